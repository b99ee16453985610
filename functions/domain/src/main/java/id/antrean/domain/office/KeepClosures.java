package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the closures of offices. Strongly consistent; throws {@link id.antrean.domain.Unavailable}.
 */
public interface KeepClosures {

  /**
   * Keeps it, with the record of it, unless one was kept under its id or its key; whether it is
   * kept now.
   */
  boolean keep(Closure closure, OfficeChange change);

  /** The one that was kept under that one's id or key, whatever it closes. */
  Optional<Closure> inPlaceOf(Closure closure);

  Optional<Closure> find(OfficeId office, ClosureId id);

  /** Those of an office that end on that day or later, taken back or not. */
  List<Closure> endingFrom(OfficeId office, LocalDate day);

  /** Takes it back, with the record of it, unless it is; whether it was taken back now. */
  boolean takeBack(Closure closure, OfficeChange change);
}

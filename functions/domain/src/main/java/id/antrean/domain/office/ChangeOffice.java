package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.util.Optional;

/** Changes what an office decides of itself. Throws {@link id.antrean.domain.Unavailable}. */
public interface ChangeOffice {

  /** As it stands now, strongly consistent. */
  Optional<Standing> find(OfficeId id);

  /**
   * Keeps the week, the rules and the services of an office, with the record of that.
   *
   * @param before as it was read; nothing is changed where it stands at another version by now
   */
  boolean save(Standing before, Office after, OfficeChange change);

  /**
   * An office at a version, which every change raises.
   *
   * @param version 0 for one that was never changed
   */
  record Standing(Office office, int version) {}
}

package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.util.List;
import java.util.Optional;

/** Finds offices. An answer may be a minute old: offices change rarely and by announcement. */
public interface FindOffice {

  Optional<Office> find(OfficeId id);

  /** All offices, by id. */
  List<Office> all();
}

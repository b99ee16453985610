package id.antrean.domain.office;

import java.time.LocalDate;

/** Ids of closures: each begins with its last day, so that those which are not over are found. */
public interface NewClosureId {

  ClosureId unguessable(LocalDate to);

  /** The same for the same key and day; for the same key and another day alike but for the day. */
  ClosureId forKey(LocalDate to, String key);
}

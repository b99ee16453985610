package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;

/** Ids for applications to be made. */
public interface NewApplicationId {

  /** An id that nobody can guess and that no other application has. */
  ApplicationId unguessable();

  /**
   * The id that belongs to an account's idempotency key: always the same, and guessed by nobody.
   *
   * @param generation how often the key has been kept for its time before: 0 at first
   */
  ApplicationId forKey(String account, String key, int generation);
}

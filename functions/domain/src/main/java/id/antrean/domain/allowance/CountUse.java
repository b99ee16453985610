package id.antrean.domain.allowance;

/** Counts uses where every process sees them. */
public interface CountUse {

  /**
   * Counts so many more unless they would be more than {@code limit} within the window; false then,
   * and nothing is written. Throws {@link id.antrean.domain.Unavailable} when the store did not
   * answer.
   *
   * @param whose an account, or whatever else the allowance is for
   * @param times at least one
   */
  boolean count(Allowance allowance, String whose, Window window, int times, int limit);
}

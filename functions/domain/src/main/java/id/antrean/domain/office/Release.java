package id.antrean.domain.office;

import java.time.Instant;

/**
 * From a moment on, some more seats of a session can be held.
 *
 * @param seats how many more, at least 1
 */
public record Release(Instant at, int seats) {
  /** More of them nobody needs, and the condition of a claim has a place for each. */
  public static final int MOST = 4;
}

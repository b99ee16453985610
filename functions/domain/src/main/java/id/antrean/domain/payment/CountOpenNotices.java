package id.antrean.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much money waits, and since when: for those who watch, not for those who decide. */
public interface CountOpenNotices {
  /** So many are counted at the most: beyond it the number says enough. */
  int MOST = 10_000;

  /**
   * Notices that are open.
   *
   * @param count {@link #MOST} at the most
   * @param oldest when the one came that waits longest; null where none does
   */
  record Open(int count, @Nullable Instant oldest) {}

  /** Those that are stored and not settled. Throws {@link id.antrean.domain.Unavailable}. */
  Open unsettled();

  /** Those that a person has to decide about. Throws {@link id.antrean.domain.Unavailable}. */
  Open exceptions();
}

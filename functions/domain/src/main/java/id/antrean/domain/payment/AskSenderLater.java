package id.antrean.domain.payment;

import java.time.Duration;

/** Puts an authentic notification on the queue from which it is taken up again after a while. */
public interface AskSenderLater {
  /** A longer wait does not fit on the queue. */
  Duration LONGEST = Duration.ofMinutes(15);

  /** Throws {@link id.antrean.domain.Unavailable} when the queue did not take it. */
  void later(WaitingNotice notice, Duration wait);
}

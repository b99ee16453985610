package id.antrean.domain.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * A time that a sender wrote. One that no payment of ours can have is not believed: the time of
 * receipt stands for it, and what was written stays in the raw notification.
 */
public final class SentTime {
  /** Nobody could pay a bill of this system before. */
  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

  /** Senders' clocks are wrong, and some write local time as if it were UTC. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private SentTime() {}

  /** That time where it is plausible, else the time of receipt. */
  public static Instant plausible(Instant sent, Instant receivedAt) {
    return sent.isBefore(EARLIEST) || sent.isAfter(receivedAt.plus(AHEAD)) ? receivedAt : sent;
  }
}

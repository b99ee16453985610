package id.antrean.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Tells how old something seen is. Age is measured by a clock that only ever goes forward; where
 * business time was moved meanwhile, by a test or by an operator, nothing seen before counts.
 */
public final class Recency {
  private final LongSupplier nanoTime;
  private final Clock clock;

  /** When something was seen, by both clocks. */
  public record Mark(long nanos, Instant at) {}

  /**
   * @param nanoTime as {@link System#nanoTime}
   * @param clock business time
   */
  public Recency(LongSupplier nanoTime, Clock clock) {
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  /** To be taken before looking, so that nothing is older than it says. */
  public Mark mark() {
    return new Mark(nanoTime.getAsLong(), clock.instant());
  }

  public Duration age(Mark mark) {
    return Duration.ofNanos(nanoTime.getAsLong() - mark.nanos());
  }

  /** Whether it was seen at most that long ago, by both clocks. */
  public boolean within(Duration limit, Mark mark) {
    Duration elapsed = Duration.between(mark.at(), clock.instant());
    return age(mark).compareTo(limit) <= 0
        && !elapsed.isNegative()
        && elapsed.compareTo(limit) <= 0;
  }
}

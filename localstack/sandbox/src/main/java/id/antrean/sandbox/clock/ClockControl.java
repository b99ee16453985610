package id.antrean.sandbox.clock;

import java.time.Duration;
import java.time.Instant;

/** Business time, which whoever runs the system can move forward. */
public interface ClockControl {
  /** What the functions take for now. */
  Instant now();

  /**
   * Moves functions, queue delays and timers forward together, and returns when what came due has
   * been handed over.
   *
   * @param by not negative
   * @return the new now
   */
  Instant advance(Duration by);
}

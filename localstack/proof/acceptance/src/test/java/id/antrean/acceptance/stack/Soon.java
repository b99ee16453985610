package id.antrean.acceptance.stack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** What queues bring about is not there at once, but soon. */
public final class Soon {
  private static final Duration PATIENCE =
      Duration.ofSeconds(Ability.MOVABLE_CLOCK.isHere() ? 20 : 120);

  /** Rarely where each answer is dear and time passes as it does. */
  private static final Duration INTERVAL =
      Duration.ofMillis(Ability.MOVABLE_CLOCK.isHere() ? 50 : 2000);

  private Soon() {}

  /** Asks again until it holds; fails with the last reason when patience ends. */
  public static void soon(ThrowingRunnable holds) {
    within(PATIENCE, holds);
  }

  /** The same with another patience. */
  public static void within(Duration patience, ThrowingRunnable holds) {
    Awaitility.await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .untilAsserted(holds);
  }
}

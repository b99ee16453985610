package id.antrean.acceptance.stack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** What queues bring about is not there at once, but soon. */
public final class Soon {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Soon() {}

  /** Asks again until it holds; fails with the last reason after twenty seconds. */
  public static void soon(ThrowingRunnable holds) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(holds);
  }
}

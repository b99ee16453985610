package id.antrean.cli.demo;

import id.antrean.cli.console.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits, for a while, for what the stack does by itself. */
final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private Waiting() {}

  static void await(String what, BooleanSupplier happened) {
    Instant end = Instant.now().plus(LONGEST);
    while (!happened.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new CommandFailure(
            "Waited " + LONGEST.toSeconds() + " seconds for " + what + ", in vain.");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Stopped.");
    }
  }
}

package id.antrean.emulators.stepfunctions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A state of a machine. {@code next} is empty where the execution ends. */
sealed interface State {

  /** What the execution goes on with afterwards. */
  Optional<String> next();

  /** Goes on at the moment that the path leads to. */
  record Wait(ReferencePath moment, Optional<String> next) implements State {}

  /** Sends a message to a queue. */
  record SendMessage(PayloadTemplate message, List<Retrier> retriers, Optional<String> next)
      implements State {}

  /**
   * Tries a failed task again.
   *
   * @param errors the errors it answers to
   * @param interval before the first repeat
   * @param attempts how many repeats at most
   * @param backoff by how much each interval is longer than the one before
   */
  record Retrier(List<String> errors, Duration interval, int attempts, double backoff) {

    Duration delay(int triedBefore) {
      return Duration.ofMillis((long) (interval.toMillis() * Math.pow(backoff, triedBefore)));
    }
  }
}

package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A state of a machine. {@code next} is empty where the execution ends. */
sealed interface State {

  /** Goes on after a time. */
  record Wait(DataFlow flow, Until until, Optional<String> next) implements State {}

  /** Sends a message to a queue. */
  record SendMessage(
      DataFlow flow, List<Retrier> retriers, List<Catcher> catchers, Optional<String> next)
      implements State {}

  /** Goes where the first rule that holds leads. */
  record Choice(DataFlow flow, List<Branch> branches, Optional<String> otherwise)
      implements State {}

  /** Gives on what it got, or a fixed result. */
  record Pass(DataFlow flow, Optional<JsonNode> fixed, Optional<String> next) implements State {}

  /** Ends well. */
  record Succeed(DataFlow flow) implements State {}

  /** Ends badly. */
  record Fail(String error, String cause) implements State {}

  /** Where a rule leads. */
  record Branch(Condition condition, String next) {}

  /**
   * Tries a failed task again.
   *
   * @param errors the errors it answers to
   * @param interval before the first repeat
   * @param attempts how many repeats at most
   * @param backoff by how much each interval is longer than the one before
   * @param longest no interval is longer
   */
  record Retrier(
      List<String> errors,
      Duration interval,
      int attempts,
      double backoff,
      Optional<Duration> longest) {

    Duration delay(int triedBefore) {
      Duration delay =
          Duration.ofMillis((long) (interval.toMillis() * Math.pow(backoff, triedBefore)));
      return longest.filter(most -> most.compareTo(delay) < 0).orElse(delay);
    }
  }

  /** Goes on elsewhere after a task failed for good. */
  record Catcher(List<String> errors, Optional<ReferencePath> result, String next) {}

  /** Until when a Wait waits. */
  sealed interface Until {
    /** A time from entering the state. */
    record For(Duration duration) implements Until {}

    /** So many seconds as the path says. */
    record ForPath(ReferencePath path) implements Until {}

    /** A moment. */
    record At(Instant moment) implements Until {}

    /** The moment the path says. */
    record AtPath(ReferencePath path) implements Until {}
  }
}

package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far an execution has come. */
sealed interface Progress {

  /**
   * At a state.
   *
   * @param state the state's name
   * @param data the data it was entered with
   * @param waited whether a Wait has begun, and is over at {@code due}
   * @param attempts how often each retrier has tried
   * @param due when it goes on
   */
  record At(String state, JsonNode data, boolean waited, List<Integer> attempts, Instant due)
      implements Progress {

    static At entering(String state, JsonNode data, Instant now) {
      return new At(state, data, false, List.of(), now);
    }
  }

  /** Over. */
  record Ended(
      Status status,
      Instant at,
      Optional<JsonNode> output,
      Optional<String> error,
      Optional<String> cause)
      implements Progress {

    static Ended well(Instant at, JsonNode output) {
      return new Ended(
          Status.SUCCEEDED, at, Optional.of(output), Optional.empty(), Optional.empty());
    }

    static Ended badly(Instant at, String error, String cause) {
      return new Ended(Status.FAILED, at, Optional.empty(), Optional.of(error), Optional.of(cause));
    }
  }

  /** The end's kinds, named as the API names them. */
  enum Status {
    SUCCEEDED,
    FAILED
  }
}

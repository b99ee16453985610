package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one state, and refuses every field that would not be interpreted. */
final class StateReader {

  private static final String SEND_MESSAGE = "arn:aws:states:::sqs:sendMessage";

  private StateReader() {}

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException when it is none that is interpreted here
   */
  static State read(JsonNode state) {
    String type = state.path("Type").asText();
    return switch (type) {
      case "Wait" -> wait(state);
      case "Task" -> task(state);
      default ->
          throw new IllegalArgumentException(
              "Type '" + type + "' is not interpreted, only Wait and Task");
    };
  }

  private static State wait(JsonNode state) {
    only(state, "Type", "Comment", "TimestampPath", "Next", "End");
    return new State.Wait(ReferencePath.parse(text(state, "TimestampPath")), next(state));
  }

  private static State task(JsonNode state) {
    only(state, "Type", "Comment", "Resource", "Parameters", "Retry", "Next", "End");
    String resource = text(state, "Resource");
    if (!resource.equals(SEND_MESSAGE)) {
      throw new IllegalArgumentException(
          "Resource '" + resource + "' is not interpreted, only " + SEND_MESSAGE);
    }
    return new State.SendMessage(
        PayloadTemplate.parse(state.path("Parameters")),
        state.path("Retry").valueStream().map(StateReader::retrier).toList(),
        next(state));
  }

  private static State.Retrier retrier(JsonNode retrier) {
    only(retrier, "ErrorEquals", "Comment", "IntervalSeconds", "MaxAttempts", "BackoffRate");
    List<String> errors = retrier.path("ErrorEquals").valueStream().map(JsonNode::asText).toList();
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("a Retry needs ErrorEquals");
    }
    return new State.Retrier(
        errors,
        Duration.ofSeconds(retrier.path("IntervalSeconds").asInt(1)),
        retrier.path("MaxAttempts").asInt(3),
        retrier.path("BackoffRate").asDouble(2.0));
  }

  private static String text(JsonNode state, String field) {
    return Optional.ofNullable(state.path(field).textValue())
        .orElseThrow(() -> new IllegalArgumentException("it needs a " + field));
  }

  private static Optional<String> next(JsonNode state) {
    Optional<String> next = Optional.ofNullable(state.path("Next").textValue());
    if (next.isPresent() == state.path("End").asBoolean()) {
      throw new IllegalArgumentException("it needs either Next or \"End\": true");
    }
    return next;
  }

  private static void only(JsonNode node, String... fields) {
    Set<String> known = Set.of(fields);
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                throw new IllegalArgumentException("field '" + field + "' is not interpreted");
              }
            });
  }
}

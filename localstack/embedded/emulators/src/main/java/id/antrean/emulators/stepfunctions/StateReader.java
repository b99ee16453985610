package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one state, and refuses every field that would not be interpreted. */
final class StateReader {

  private static final String SEND_MESSAGE = "arn:aws:states:::sqs:sendMessage";
  private static final Set<String> ANYWHERE = Set.of("Type", "Comment", "InputPath", "OutputPath");
  private static final Set<String> ERRORS = Set.of("ErrorEquals", "Comment");

  private StateReader() {}

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException when it is none that is interpreted here
   */
  static State read(JsonNode state) {
    if (state.path("QueryLanguage").asText("JSONPath").equals("JSONata")) {
      throw new IllegalArgumentException("JSONata is not interpreted, only JSONPath");
    }
    String type = state.path("Type").asText();
    return switch (type) {
      case "Wait" -> wait(state);
      case "Task" -> task(state);
      case "Choice" -> choice(state);
      case "Pass" -> {
        only(state, "Result", "ResultPath", "Parameters", "Next", "End");
        yield new State.Pass(flow(state), Optional.ofNullable(state.get("Result")), next(state));
      }
      case "Succeed" -> {
        only(state);
        yield new State.Succeed(flow(state));
      }
      case "Fail" -> {
        only(state, "Error", "Cause");
        yield new State.Fail(state.path("Error").asText(), state.path("Cause").asText());
      }
      default -> throw new IllegalArgumentException("Type '" + type + "' is not interpreted");
    };
  }

  private static State wait(JsonNode state) {
    only(state, "Seconds", "SecondsPath", "Timestamp", "TimestampPath", "Next", "End");
    List<State.Until> untils =
        Stream.of(
                Optional.ofNullable(state.get("Seconds")).map(StateReader::seconds),
                path(state, "SecondsPath").map(State.Until.ForPath::new),
                Optional.ofNullable(state.get("Timestamp")).map(StateReader::timestamp),
                path(state, "TimestampPath").map(State.Until.AtPath::new))
            .<State.Until>flatMap(Optional::stream)
            .toList();
    if (untils.size() != 1) {
      throw new IllegalArgumentException(
          "a Wait needs exactly one of Seconds, SecondsPath, Timestamp, TimestampPath");
    }
    return new State.Wait(flow(state), untils.getFirst(), next(state));
  }

  private static State.Until seconds(JsonNode value) {
    if (!value.canConvertToInt() || value.intValue() < 0) {
      throw new IllegalArgumentException("Seconds is no whole number of 0 or more: " + value);
    }
    return new State.Until.For(Duration.ofSeconds(value.intValue()));
  }

  private static State.Until timestamp(JsonNode value) {
    Instant moment =
        Comparison.moment(value)
            .orElseThrow(
                () -> new IllegalArgumentException("Timestamp is no RFC 3339 time: " + value));
    return new State.Until.At(moment);
  }

  private static State task(JsonNode state) {
    only(
        state,
        "Resource",
        "Parameters",
        "ResultSelector",
        "ResultPath",
        "Retry",
        "Catch",
        "Next",
        "End");
    if (!state.path("Resource").asText().equals(SEND_MESSAGE)) {
      throw new IllegalArgumentException(
          "Resource '"
              + state.path("Resource").asText()
              + "' is not interpreted, only "
              + SEND_MESSAGE);
    }
    return new State.SendMessage(
        flow(state),
        state.path("Retry").valueStream().map(StateReader::retrier).toList(),
        state.path("Catch").valueStream().map(StateReader::catcher).toList(),
        next(state));
  }

  private static State.Retrier retrier(JsonNode retrier) {
    only(
        retrier,
        ERRORS,
        Set.of(
            "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"));
    return new State.Retrier(
        errors(retrier),
        Duration.ofSeconds(retrier.path("IntervalSeconds").asInt(1)),
        retrier.path("MaxAttempts").asInt(3),
        retrier.path("BackoffRate").asDouble(2.0),
        Optional.ofNullable(retrier.get("MaxDelaySeconds"))
            .map(most -> Duration.ofSeconds(most.asInt())));
  }

  private static State.Catcher catcher(JsonNode catcher) {
    only(catcher, ERRORS, Set.of("ResultPath", "Next"));
    return new State.Catcher(
        errors(catcher),
        pathOr(catcher, "ResultPath"),
        next(catcher).orElseThrow(() -> new IllegalArgumentException("a Catch needs a Next")));
  }

  private static List<String> errors(JsonNode node) {
    List<String> errors = node.path("ErrorEquals").valueStream().map(JsonNode::asText).toList();
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("a Retry or Catch needs ErrorEquals");
    }
    return errors;
  }

  private static State choice(JsonNode state) {
    only(state, "Choices", "Default");
    List<State.Branch> branches =
        state
            .path("Choices")
            .valueStream()
            .map(rule -> new State.Branch(ConditionReader.read(rule), rule.path("Next").asText()))
            .toList();
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("a Choice needs Choices");
    }
    return new State.Choice(
        flow(state), branches, Optional.ofNullable(state.path("Default").textValue()));
  }

  private static DataFlow flow(JsonNode state) {
    return new DataFlow(
        pathOr(state, "InputPath"),
        Optional.ofNullable(state.get("Parameters")).map(PayloadTemplate::parse),
        Optional.ofNullable(state.get("ResultSelector")).map(PayloadTemplate::parse),
        pathOr(state, "ResultPath"),
        pathOr(state, "OutputPath"));
  }

  /** The whole when the field is missing, nothing when it is null. */
  private static Optional<ReferencePath> pathOr(JsonNode node, String field) {
    return node.has(field) ? path(node, field) : Optional.of(ReferencePath.parse("$"));
  }

  private static Optional<ReferencePath> path(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).map(ReferencePath::parse);
  }

  private static Optional<String> next(JsonNode state) {
    Optional<String> next = Optional.ofNullable(state.path("Next").textValue());
    if (next.isPresent() == state.path("End").asBoolean()) {
      throw new IllegalArgumentException("it needs either Next or \"End\": true");
    }
    return next;
  }

  private static void only(JsonNode state, String... fields) {
    only(state, ANYWHERE, Set.of(fields));
  }

  private static void only(JsonNode node, Set<String> some, Set<String> others) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!some.contains(field) && !others.contains(field)) {
                throw new IllegalArgumentException("field '" + field + "' is not interpreted");
              }
            });
  }
}

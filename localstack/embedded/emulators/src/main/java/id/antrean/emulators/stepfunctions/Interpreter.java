package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs executions state by state. Holds nothing between calls. */
final class Interpreter {

  private static final Set<String> EVERY_TASK_ERROR = Set.of("States.ALL", "States.TaskFailed");

  private final InstantSource clock;
  private final QueueSender queues;

  Interpreter(InstantSource clock, QueueSender queues) {
    this.clock = clock;
    this.queues = queues;
  }

  /** Runs on until there is something worth writing down: it waits, a task was done, it ended. */
  Progress advance(Definition definition, Execution execution, Progress.At from) {
    Progress.At at = from;
    while (true) {
      State state = definition.state(at.state());
      Progress next = step(state, execution, at);
      if (!(next instanceof Progress.At further)
          || state instanceof State.SendMessage
          || further.due().isAfter(clock.instant())) {
        return next;
      }
      at = further;
    }
  }

  private Progress step(State state, Execution execution, Progress.At at) {
    try {
      return switch (state) {
        case State.Wait wait -> wait(wait, at);
        case State.SendMessage task -> task(task, execution, at);
      };
    } catch (StateFailure e) {
      return Progress.Ended.badly(clock.instant(), e.error(), e.cause());
    }
  }

  private Progress wait(State.Wait wait, Progress.At at) {
    if (at.waited()) {
      return go(wait.next(), at.data());
    }
    Instant moment =
        wait.moment()
            .read(at.data())
            .flatMap(Interpreter::moment)
            .orElseThrow(() -> StateFailure.runtime("TimestampPath leads to no RFC 3339 time"));
    return new Progress.At(at.state(), at.data(), true, List.of(), moment);
  }

  private static Optional<Instant> moment(JsonNode node) {
    try {
      return Optional.ofNullable(node.textValue())
          .map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Progress task(State.SendMessage task, Execution execution, Progress.At at) {
    JsonNode message = message(task.message().fill(at.data()));
    return switch (queues.send(execution.machine(), message)) {
      case QueueSender.Sent.Accepted sent -> go(task.next(), sent.answer());
      case QueueSender.Sent.Refused refused -> failed(task, at, refused);
    };
  }

  /** A body that is no text travels as its JSON. */
  private static JsonNode message(JsonNode parameters) {
    JsonNode body = parameters.path("MessageBody");
    return parameters instanceof ObjectNode object && !body.isTextual()
        ? object.deepCopy().put("MessageBody", body.toString())
        : parameters;
  }

  private Progress failed(
      State.SendMessage task, Progress.At at, QueueSender.Sent.Refused refused) {
    for (int each = 0; each < task.retriers().size(); each++) {
      State.Retrier retrier = task.retriers().get(each);
      int tried = each < at.attempts().size() ? at.attempts().get(each) : 0;
      if (names(retrier.errors(), refused.error())) {
        if (tried < retrier.attempts()) {
          return new Progress.At(
              at.state(),
              at.data(),
              false,
              oneMore(at.attempts(), each),
              clock.instant().plus(retrier.delay(tried)));
        }
        break;
      }
    }
    return Progress.Ended.badly(clock.instant(), refused.error(), refused.cause());
  }

  private static boolean names(List<String> errors, String error) {
    return errors.stream().anyMatch(name -> EVERY_TASK_ERROR.contains(name) || name.equals(error));
  }

  private static List<Integer> oneMore(List<Integer> attempts, int retrier) {
    List<Integer> more = new ArrayList<>(attempts);
    while (more.size() <= retrier) {
      more.add(0);
    }
    more.set(retrier, more.get(retrier) + 1);
    return List.copyOf(more);
  }

  private Progress go(Optional<String> next, JsonNode data) {
    return next.<Progress>map(state -> Progress.At.entering(state, data, clock.instant()))
        .orElseGet(() -> Progress.Ended.well(clock.instant(), data));
  }
}

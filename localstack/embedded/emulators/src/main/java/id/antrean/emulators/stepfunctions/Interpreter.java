package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      State state = definition.states().get(at.state());
      Progress next = step(state, execution, at);
      if (!(next instanceof Progress.At further)
          || state instanceof State.SendMessage
          || further.due().isAfter(clock.instant())) {
        return next;
      }
      at = further;
    }
  }

  private Progress step(@Nullable State state, Execution execution, Progress.At at) {
    JsonNode context = ContextObject.of(execution, at);
    try {
      return switch (state) {
        case State.Wait wait -> wait(wait, at, context);
        case State.SendMessage task -> task(task, execution, at, context);
        case State.Choice choice -> choice(choice, at, context);
        case State.Pass pass -> {
          JsonNode effective = pass.flow().effective(at.data(), context);
          yield go(
              pass.next(), pass.flow().merged(at.data(), pass.fixed().orElse(effective), context));
        }
        case State.Succeed succeed ->
            Progress.Ended.well(clock.instant(), succeed.flow().passed(at.data(), context));
        case State.Fail fail -> Progress.Ended.badly(clock.instant(), fail.error(), fail.cause());
        case null -> throw StateFailure.runtime("No state '" + at.state() + "'");
      };
    } catch (StateFailure e) {
      return Progress.Ended.badly(clock.instant(), e.error(), e.cause());
    }
  }

  private Progress wait(State.Wait wait, Progress.At at, JsonNode context) {
    if (at.waited()) {
      return go(wait.next(), wait.flow().passed(at.data(), context));
    }
    JsonNode taken = wait.flow().taken(at.data(), context);
    return new Progress.At(
        at.state(), at.data(), true, List.of(), until(wait.until(), taken, context));
  }

  private Instant until(State.Until until, JsonNode data, JsonNode context) {
    return switch (until) {
      case State.Until.For given -> clock.instant().plus(given.duration());
      case State.Until.At given -> given.moment();
      case State.Until.ForPath given ->
          given
              .path()
              .read(data, context)
              .filter(value -> value.canConvertToInt() && value.intValue() >= 0)
              .map(value -> clock.instant().plus(Duration.ofSeconds(value.intValue())))
              .orElseThrow(() -> StateFailure.runtime("SecondsPath leads to no whole number"));
      case State.Until.AtPath given ->
          given
              .path()
              .read(data, context)
              .flatMap(Comparison::moment)
              .orElseThrow(() -> StateFailure.runtime("TimestampPath leads to no RFC 3339 time"));
    };
  }

  private Progress choice(State.Choice choice, Progress.At at, JsonNode context) {
    JsonNode taken = choice.flow().taken(at.data(), context);
    String next =
        choice.branches().stream()
            .filter(branch -> branch.condition().holds(taken, context))
            .map(State.Branch::next)
            .findFirst()
            .or(choice::otherwise)
            .orElseThrow(
                () -> new StateFailure("States.NoChoiceMatched", "No rule holds, and no Default"));
    return go(Optional.of(next), choice.flow().passed(at.data(), context));
  }

  private Progress task(
      State.SendMessage task, Execution execution, Progress.At at, JsonNode context) {
    JsonNode message = message(task.flow().effective(at.data(), context));
    return switch (queues.send(execution.machine(), message)) {
      case QueueSender.Sent.Accepted sent ->
          go(task.next(), task.flow().merged(at.data(), sent.answer(), context));
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
    ObjectNode error =
        JsonNodeFactory.instance
            .objectNode()
            .put("Error", refused.error())
            .put("Cause", refused.cause());
    return task.catchers().stream()
        .filter(catcher -> names(catcher.errors(), refused.error()))
        .findFirst()
        .map(
            catcher ->
                go(
                    Optional.of(catcher.next()),
                    catcher.result().map(path -> path.write(at.data(), error)).orElse(at.data())))
        .orElseGet(() -> Progress.Ended.badly(clock.instant(), refused.error(), refused.cause()));
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

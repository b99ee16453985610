package id.antrean.emulators.stepfunctions;

import static id.antrean.emulators.calls.JsonOperations.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.JsonOperations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The protocol of Step Functions over {@link StateMachines}. */
public final class StatesService implements AwsService {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");
  private static final int PAGE = 100;

  private final StateMachines machines;
  private final JsonOperations operations;

  /** Speaks for these machines. */
  public StatesService(StateMachines machines) {
    this.machines = machines;
    this.operations =
        new JsonOperations(
            "Step Functions",
            Map.of(
                "CreateStateMachine", this::create,
                "DescribeStateMachine", this::describeMachine,
                "ListStateMachines", _ -> listMachines(),
                "StartExecution", this::start,
                "DescribeExecution", this::describe,
                "StopExecution", this::stop,
                "ListExecutions", this::list));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    return operations.answer(call);
  }

  private JsonNode create(JsonNode request) {
    String name = named(text(request, "name"));
    String definition = text(request, "definition");
    Optional<Machine> there =
        machines.machines().stream().filter(machine -> machine.name().equals(name)).findFirst();
    if (there.isPresent() && !there.get().text().equals(definition)) {
      throw AwsError.badRequest(
          "StateMachineAlreadyExists",
          "State Machine Already Exists: '" + Arns.machine(name) + "'");
    }
    try {
      String arn = machines.define(name, definition, Map.of());
      return object()
          .put("stateMachineArn", arn)
          .put("creationDate", seconds(machines.machine(arn).created()));
    } catch (InvalidDefinition e) {
      throw AwsError.badRequest(
          "InvalidDefinition", "Invalid State Machine Definition: " + e.getMessage());
    }
  }

  private JsonNode describeMachine(JsonNode request) {
    Machine machine = machines.machine(text(request, "stateMachineArn"));
    return summary(machine)
        .put("status", "ACTIVE")
        .put("definition", machine.text())
        .put("roleArn", "arn:aws:iam::000000000000:role/" + machine.name());
  }

  private JsonNode listMachines() {
    ObjectNode answer = object();
    var all = answer.putArray("stateMachines");
    machines.machines().stream()
        .sorted(Comparator.comparing(Machine::name))
        .map(StatesService::summary)
        .forEach(all::add);
    return answer;
  }

  private static ObjectNode summary(Machine machine) {
    return object()
        .put("stateMachineArn", Arns.machine(machine.name()))
        .put("name", machine.name())
        .put("type", "STANDARD")
        .put("creationDate", seconds(machine.created()));
  }

  private JsonNode start(JsonNode request) {
    Execution execution =
        machines.start(
            text(request, "stateMachineArn"),
            named(request.path("name").asText(UUID.randomUUID().toString())),
            input(request.path("input").asText("{}")));
    return object()
        .put("executionArn", execution.arn())
        .put("startDate", seconds(execution.started()));
  }

  private static JsonNode input(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw AwsError.badRequest("InvalidExecutionInput", "The input is no JSON");
    }
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw AwsError.badRequest("InvalidName", "Invalid Name: '" + name + "'");
    }
    return name;
  }

  private JsonNode describe(JsonNode request) {
    Execution execution = machines.execution(text(request, "executionArn"));
    ObjectNode answer = summary(execution).put("input", execution.input().toString());
    if (execution.progress() instanceof Progress.Ended ended) {
      ended.output().ifPresent(output -> answer.put("output", output.toString()));
      ended.error().ifPresent(error -> answer.put("error", error));
      ended.cause().ifPresent(cause -> answer.put("cause", cause));
    }
    return answer;
  }

  private JsonNode stop(JsonNode request) {
    Execution stopped =
        machines.stop(
            text(request, "executionArn"),
            Optional.ofNullable(request.path("error").textValue()),
            Optional.ofNullable(request.path("cause").textValue()));
    ObjectNode answer = object();
    if (stopped.progress() instanceof Progress.Ended ended) {
      answer.put("stopDate", seconds(ended.at()));
    }
    return answer;
  }

  private JsonNode list(JsonNode request) {
    Optional<String> status = Optional.ofNullable(request.path("statusFilter").textValue());
    List<Execution> newestFirst =
        machines.executions(text(request, "stateMachineArn")).stream()
            .filter(execution -> status.map(execution.status()::equals).orElse(true))
            .sorted(
                Comparator.comparing(Execution::started).reversed().thenComparing(Execution::arn))
            .toList();
    int from = request.path("nextToken").asInt(0);
    int asked = request.path("maxResults").asInt(0);
    int to = Math.min(newestFirst.size(), from + (asked > 0 ? asked : PAGE));
    ObjectNode answer = object();
    var page = answer.putArray("executions");
    newestFirst.subList(Math.min(from, to), to).forEach(each -> page.add(summary(each)));
    if (to < newestFirst.size()) {
      answer.put("nextToken", String.valueOf(to));
    }
    return answer;
  }

  private static ObjectNode summary(Execution execution) {
    ObjectNode summary =
        object()
            .put("executionArn", execution.arn())
            .put("stateMachineArn", Arns.machine(execution.machine()))
            .put("name", execution.name())
            .put("status", execution.status())
            .put("startDate", seconds(execution.started()));
    if (execution.progress() instanceof Progress.Ended ended) {
      summary.put("stopDate", seconds(ended.at()));
    }
    return summary;
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

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
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The protocol of Step Functions over {@link StateMachines}. */
public final class StatesService implements AwsService {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private final StateMachines machines;
  private final JsonOperations operations;

  /** Speaks for these machines. */
  public StatesService(StateMachines machines) {
    this.machines = machines;
    this.operations =
        new JsonOperations(
            "Step Functions",
            Map.of(
                "StartExecution", this::start,
                "DescribeExecution", this::describe));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    return operations.answer(call);
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

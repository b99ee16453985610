package id.antrean.bench.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.Onlooker;
import id.antrean.emulators.calls.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what functions ask of AWS: the store is asked for the capacity of each call, as it charges
 * it. Nobody pays for calls of others: they are the stack's own, and the timer's.
 */
final class EdgeMeter implements Onlooker {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");

  private final Tally tally;
  private final Set<String> functions;
  private final String streamed;

  /**
   * @param functions by their names in the template
   * @param streamed the table that has a stream
   */
  EdgeMeter(Tally tally, Set<String> functions, String streamed) {
    this.tally = tally;
    this.functions = functions;
    this.streamed = streamed;
  }

  @Override
  public AwsAnswer see(AwsCall call, AwsService service) {
    Optional<String> function = call.caller().filter(functions::contains);
    return function.isPresent() ? counted(function.get(), call, service) : service.answer(call);
  }

  private AwsAnswer counted(String caller, AwsCall call, AwsService service) {
    tally.add(caller, Unit.CALL, 1);
    return switch (call.service()) {
      case DYNAMODB -> store(caller, call, service);
      case KMS -> counted(caller, Unit.KEY_REQUEST, call, service);
      case STATES -> counted(caller, Unit.TIMER, call, service);
      case SQS, SECRETSMANAGER -> service.answer(call);
    };
  }

  private AwsAnswer counted(String caller, Unit unit, AwsCall call, AwsService service) {
    tally.add(caller, unit, 1);
    return service.answer(call);
  }

  private AwsAnswer store(String caller, AwsCall call, AwsService service) {
    boolean writes = WRITES.contains(call.operation());
    if (!writes && !READS.contains(call.operation())) {
      return service.answer(call);
    }
    JsonNode asked = tree(call.body());
    ((ObjectNode) asked).put("ReturnConsumedCapacity", "TOTAL");
    AwsAnswer answer =
        service.answer(
            new AwsCall(
                Service.DYNAMODB,
                call.operation(),
                call.caller(),
                call.method(),
                call.path(),
                call.headers(),
                asked.toString().getBytes(StandardCharsets.UTF_8)));
    tally.add(caller, writes ? Unit.WRITE_UNIT : Unit.READ_UNIT, capacity(answer));
    if (writes && answer.status() == 200) {
      tally.add(caller, Unit.STREAM_RECORD, (double) streamed(asked));
    }
    return answer;
  }

  /** A refused call is answered without its price: like one of the smallest item. */
  private static double capacity(AwsAnswer answer) {
    if (answer.status() != 200) {
      return 1;
    }
    JsonNode consumed = tree(answer.body()).path("ConsumedCapacity");
    if (consumed.isArray()) {
      double units = 0;
      for (JsonNode table : consumed) {
        units += table.path("CapacityUnits").asDouble();
      }
      return units;
    }
    return consumed.path("CapacityUnits").asDouble();
  }

  /** How many items of the table with a stream it writes. */
  private long streamed(JsonNode asked) {
    if (asked.has("TransactItems")) {
      return asked
          .path("TransactItems")
          .valueStream()
          .filter(item -> !item.has("ConditionCheck"))
          .filter(item -> item.valueStream().anyMatch(this::isStreamed))
          .count();
    }
    return isStreamed(asked) ? 1 : 0;
  }

  private boolean isStreamed(JsonNode write) {
    return write.path("TableName").asText().equals(streamed);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

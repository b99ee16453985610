package id.antrean.stack.watch;

import id.antrean.emulators.access.Access;
import id.antrean.emulators.access.Accesses;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.Onlooker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * What is measured of the running stack: what functions write into their logs, and of what AWS's
 * services measure the part that alarms look at. A write counts as one unit, however large.
 */
public final class Watch implements Onlooker {
  private static final Set<String> WRITES =
      Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");

  private final Metrics metrics;
  private final EmbeddedMetricsReader lines;
  private final InstantSource clock;

  public Watch(Metrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.lines = new EmbeddedMetricsReader(metrics);
    this.clock = clock;
  }

  /** A function printed that. */
  public void printed(String line) {
    lines.read(line);
  }

  /** A function was called. */
  public void invoked(String name, boolean failed) {
    function(name, "Invocations", 1);
    function(name, "Errors", failed ? 1 : 0);
  }

  /** A call of a function was turned away. */
  public void throttled(String name) {
    function(name, "Throttles", 1);
  }

  /** A function was handed records of a stream, the oldest of that age. */
  public void read(String name, Duration age) {
    function(name, "IteratorAge", (double) age.toMillis());
  }

  /** AWS keeps each of them for the function, and for all together. */
  private void function(String name, String metric, double value) {
    add("AWS/Lambda", metric, Map.of("FunctionName", name), value);
    add("AWS/Lambda", metric, Map.of(), value);
  }

  /** The API answered. */
  public void answered(String api, int status, Duration took) {
    Map<String, String> of = Map.of("ApiName", api);
    add("AWS/ApiGateway", "Count", of, 1);
    add("AWS/ApiGateway", "5XXError", of, status >= 500 ? 1 : 0);
    add("AWS/ApiGateway", "4XXError", of, status >= 400 && status < 500 ? 1 : 0);
    add("AWS/ApiGateway", "Latency", of, (double) took.toMillis());
  }

  /** A queue has so many messages that can be received. */
  public void waits(String queue, long messages) {
    add(
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        Map.of("QueueName", queue),
        (double) messages);
  }

  /** So long a queue has not been without messages. */
  public void waitsSince(String queue, Duration age) {
    add(
        "AWS/SQS",
        "ApproximateAgeOfOldestMessage",
        Map.of("QueueName", queue),
        (double) age.toSeconds());
  }

  /** A timer ended in a failure. */
  public void timerFailed(String stateMachineArn) {
    add("AWS/States", "ExecutionsFailed", Map.of("StateMachineArn", stateMachineArn), 1);
  }

  /** A write is paid for whatever comes of it, and each item of a transaction is one. */
  @Override
  public AwsAnswer see(AwsCall call, AwsService service) {
    Accesses.of(call).stream()
        .filter(access -> WRITES.contains(access.action()))
        .forEach(this::wrote);
    return service.answer(call);
  }

  /** Of writes each table counts them, of timers that were not started the state machine. */
  @Override
  public void turnedAway(AwsCall call) {
    for (Access access : Accesses.of(call)) {
      if (WRITES.contains(access.action())) {
        ofTable(access, "WriteThrottleEvents");
      } else if (access.action().equals("states:StartExecution")) {
        add("AWS/States", "ExecutionThrottled", Map.of("StateMachineArn", access.resource()), 1);
      }
    }
  }

  private void wrote(Access access) {
    ofTable(access, "ConsumedWriteCapacityUnits");
  }

  private void ofTable(Access access, String metric) {
    String table = access.resource().replaceFirst("^.*:table/", "");
    add("AWS/DynamoDB", metric, Map.of("TableName", table), 1);
  }

  private void add(String namespace, String metric, Map<String, String> of, double value) {
    metrics.add(new MetricName(namespace, metric, of), clock.instant(), value);
  }
}

package id.antrean.stack.events;

import id.antrean.stack.deploy.Deployment;
import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.watch.Watch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** All streams that functions read. */
public final class Streams implements AutoCloseable {
  private final List<StreamPoller> pollers = new ArrayList<>();

  /** Starts to read, each where it was left. */
  public Streams(
      Deployment deployment,
      FunctionHost functions,
      DynamoDbStreamsClient streams,
      StreamPositions positions,
      FailureQueues failures,
      InstantSource clock,
      Watch watch,
      Activity activity,
      Consumer<String> console) {
    for (StreamMapping mapping : deployment.streamMappings()) {
      pollers.add(
          new StreamPoller(
              mapping,
              functions.function(mapping.function()),
              streams,
              positions,
              message ->
                  mapping.failureQueueArn().ifPresent(queue -> failures.tell(queue, message)),
              clock,
              watch,
              activity,
              console));
    }
    pollers.forEach(StreamPoller::start);
  }

  /** Tries at once whatever failed, after time has moved. */
  void hurry() {
    pollers.forEach(StreamPoller::hurry);
  }

  /** Looks at every stream at once. */
  void nudge() {
    pollers.forEach(StreamPoller::nudge);
  }

  /** Whether every stream was looked at after that moment (of System.nanoTime) and had nothing. */
  boolean hadNothingSince(long moment) {
    return pollers.stream().allMatch(poller -> poller.foundNothingSince(moment));
  }

  @Override
  public void close() {
    pollers.forEach(StreamPoller::close);
  }
}

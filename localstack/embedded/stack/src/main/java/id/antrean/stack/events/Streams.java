package id.antrean.stack.events;

import id.antrean.stack.deploy.AwsClients;
import id.antrean.stack.deploy.Deployment;
import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.watch.Watch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All streams that functions read. */
public final class Streams implements AutoCloseable {
  private final List<StreamPoller> pollers = new ArrayList<>();

  /** Starts to read, each where it was left. */
  public Streams(
      Deployment deployment,
      FunctionHost functions,
      AwsClients aws,
      StreamPositions positions,
      InstantSource clock,
      Watch watch,
      Activity activity,
      Consumer<String> console) {
    Map<String, String> queues = deployment.queueUrlsByArn();
    for (StreamMapping mapping : deployment.streamMappings()) {
      Optional<String> queue = mapping.failureQueueArn().map(arn -> url(queues, mapping, arn));
      pollers.add(
          new StreamPoller(
              mapping,
              functions.function(mapping.function()),
              aws.streams(),
              positions,
              message ->
                  queue.ifPresent(
                      url ->
                          aws.sqs()
                              .sendMessage(request -> request.queueUrl(url).messageBody(message))),
              clock,
              watch,
              activity,
              console));
    }
    pollers.forEach(StreamPoller::start);
  }

  private static String url(Map<String, String> queues, StreamMapping mapping, String arn) {
    String url = queues.get(arn);
    if (url == null) {
      throw new IllegalArgumentException(
          mapping.function() + " tells its failures to no queue here: " + arn);
    }
    return url;
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

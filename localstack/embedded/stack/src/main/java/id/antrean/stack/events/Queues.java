package id.antrean.stack.events;

import id.antrean.stack.deploy.Deployment;
import id.antrean.stack.deploy.QueueMapping;
import id.antrean.stack.function.FunctionHost;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All queues that functions take messages from. */
public final class Queues implements AutoCloseable {
  private final List<QueuePoller> pollers = new ArrayList<>();

  /** Starts to poll. */
  public Queues(
      Deployment deployment,
      FunctionHost functions,
      SqsClient sqs,
      InstantSource clock,
      Activity activity,
      Consumer<String> console) {
    Map<String, String> urls = deployment.queueUrlsByArn();
    for (QueueMapping mapping : deployment.queueMappings()) {
      String url = urls.get(mapping.queueArn());
      if (url == null) {
        throw new IllegalArgumentException(
            mapping.function() + " takes messages of no queue here: " + mapping.queueArn());
      }
      pollers.add(
          new QueuePoller(
              mapping, url, functions.function(mapping.function()), sqs, clock, activity, console));
    }
    pollers.forEach(QueuePoller::start);
  }

  /** Looks at every queue at once, after time has moved. */
  void nudge() {
    pollers.forEach(QueuePoller::nudge);
  }

  /** Whether every queue was looked at after that moment (of System.nanoTime) and had nothing. */
  boolean hadNothingSince(long moment) {
    return pollers.stream().allMatch(poller -> poller.foundNothingSince(moment));
  }

  @Override
  public void close() {
    pollers.forEach(QueuePoller::close);
  }
}

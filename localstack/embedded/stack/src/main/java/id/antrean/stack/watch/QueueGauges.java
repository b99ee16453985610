package id.antrean.stack.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How much waits in each queue, measured when somebody looks. SQS knows how old the oldest message
 * is; here it is for how long the queue was seen with messages and never without.
 */
public final class QueueGauges {
  private final Map<String, String> urlsByName;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final Watch watch;
  private final Map<String, Instant> waitsSince = new HashMap<>();

  public QueueGauges(
      Map<String, String> urlsByName, SqsClient sqs, InstantSource clock, Watch watch) {
    this.urlsByName = Map.copyOf(urlsByName);
    this.sqs = sqs;
    this.clock = clock;
    this.watch = watch;
  }

  /** Looks at all of them. */
  public synchronized void measure() {
    Instant now = clock.instant();
    urlsByName.forEach(
        (name, url) -> {
          Map<QueueAttributeName, String> attributes =
              sqs.getQueueAttributes(
                      request ->
                          request
                              .queueUrl(url)
                              .attributeNames(
                                  QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                  QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                  .attributes();
          long visible = count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
          long hidden =
              count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
          watch.waits(name, visible);
          watch.waitsSince(name, age(name, visible + hidden > 0, now));
        });
  }

  private Duration age(String name, boolean waits, Instant now) {
    if (!waits) {
      waitsSince.remove(name);
      return Duration.ZERO;
    }
    return Duration.between(waitsSince.computeIfAbsent(name, first -> now), now);
  }

  private static long count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }
}

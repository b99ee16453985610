package id.antrean.stack.events;

import id.antrean.stack.deploy.QueueMapping;
import id.antrean.stack.function.HostedFunction;
import id.antrean.stack.function.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Takes a queue's messages to its function in batches and deletes those that were handled. A
 * message that failed stays and comes again after the queue's visibility timeout.
 */
final class QueuePoller implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final int MOST_AT_ONCE = 10;

  private final QueueMapping mapping;
  private final String queueUrl;
  private final HostedFunction function;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final Activity activity;
  private final Consumer<String> console;
  private final Semaphore slots;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread loop;
  private volatile boolean closed;

  QueuePoller(
      QueueMapping mapping,
      String queueUrl,
      HostedFunction function,
      SqsClient sqs,
      InstantSource clock,
      Activity activity,
      Consumer<String> console) {
    this.mapping = mapping;
    this.queueUrl = queueUrl;
    this.function = function;
    this.sqs = sqs;
    this.clock = clock;
    this.activity = activity;
    this.console = console;
    this.slots = new Semaphore(mapping.maximumConcurrency());
    this.loop = Thread.ofVirtual().name("poller-" + mapping.function()).start(this::poll);
  }

  /** Looks at the queue at once instead of after the pause. */
  void nudge() {
    nudges.release();
  }

  /** How many messages could be received now. */
  int waiting() {
    String count =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(queueUrl)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    return count == null ? 0 : Integer.parseInt(count);
  }

  private void poll() {
    while (!closed) {
      try {
        slots.acquire();
        if (!receiveAndHand()) {
          pause();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Receives with a slot taken; the slot goes with the batch, or back if there is none. */
  private boolean receiveAndHand() throws InterruptedException {
    activity.begin();
    boolean handed = false;
    try {
      List<Message> messages = gather();
      if (!messages.isEmpty()) {
        activity.handing();
        Thread.ofVirtual().name("batch-" + mapping.function()).start(() -> deliver(messages));
        handed = true;
      }
      return handed;
    } catch (SdkException e) {
      if (!closed) {
        console.accept("queue of " + mapping.function() + " cannot be read: " + e.getMessage());
      }
      return false;
    } finally {
      if (!handed) {
        slots.release();
        activity.end();
      }
    }
  }

  private List<Message> gather() throws InterruptedException {
    List<Message> gathered = new ArrayList<>(receive(mapping.batchSize()));
    if (gathered.isEmpty() || mapping.window().isZero()) {
      return gathered;
    }
    Instant end = clock.instant().plus(mapping.window());
    while (gathered.size() < mapping.batchSize() && clock.instant().isBefore(end)) {
      pause();
      gathered.addAll(receive(mapping.batchSize() - gathered.size()));
    }
    return gathered;
  }

  private List<Message> receive(int most) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(Math.min(most, MOST_AT_ONCE))
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void deliver(List<Message> messages) {
    try {
      Invocation invocation = function.invoke(SqsEvent.of(messages, mapping.queueArn()));
      for (Message message : BatchOutcome.handled(mapping, messages, invocation)) {
        sqs.deleteMessage(
            request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      }
    } catch (SdkException e) {
      if (!closed) {
        console.accept(
            "messages handled by " + mapping.function() + " cannot be deleted: " + e.getMessage());
      }
    } finally {
      slots.release();
      activity.end();
    }
  }

  private void pause() throws InterruptedException {
    nudges.tryAcquire(PAUSE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    nudges.drainPermits();
  }

  @Override
  public void close() {
    closed = true;
    loop.interrupt();
  }
}

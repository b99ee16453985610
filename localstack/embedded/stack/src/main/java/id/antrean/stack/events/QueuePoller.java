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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Takes a queue's messages to its function in batches, a few at once, and deletes those that were
 * handled. A message that failed stays and comes again after the queue's visibility timeout.
 */
final class QueuePoller implements AutoCloseable {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
  private static final int MOST_AT_ONCE = 10;

  /**
   * Lambda has a machine for every batch; here all share this one, and whoever waits for an answer
   * must not wait for a queue. Two is the least that the template can ask for.
   */
  private static final int MOST_BATCHES =
      Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

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
  private Duration pause = SHORTEST_PAUSE;
  private volatile long vainLookBegan;
  private volatile boolean lookedInVain;
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
    this.slots = new Semaphore(Math.min(mapping.maximumConcurrency(), MOST_BATCHES));
    this.loop = Thread.ofVirtual().name("poller-" + mapping.function()).unstarted(this::poll);
  }

  void start() {
    loop.start();
  }

  /** Looks at the queue at once instead of after the pause. */
  void nudge() {
    nudges.release();
  }

  /**
   * Whether a look at the queue that began after that moment (of System.nanoTime) found nothing.
   */
  boolean foundNothingSince(long moment) {
    return lookedInVain && vainLookBegan - moment > 0;
  }

  private void poll() {
    while (!closed) {
      try {
        slots.acquire();
        if (receiveAndHand()) {
          pause = SHORTEST_PAUSE;
        } else {
          pause();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Receives with a slot taken; the slot goes with the batch, or back if there is none. */
  private boolean receiveAndHand() throws InterruptedException {
    boolean handed = false;
    try {
      long began = System.nanoTime();
      List<Message> messages = gather();
      if (messages.isEmpty()) {
        vainLookBegan = began;
        lookedInVain = true;
      } else {
        activity.begin();
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

  /** Waits longer each time in vain, at once again after a nudge. */
  private void pause() throws InterruptedException {
    if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
      pause = SHORTEST_PAUSE;
    } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
      pause = pause.multipliedBy(2);
    }
  }

  @Override
  public void close() {
    closed = true;
    loop.interrupt();
  }
}

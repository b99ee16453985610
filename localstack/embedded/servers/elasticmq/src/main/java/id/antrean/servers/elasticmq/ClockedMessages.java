package id.antrean.servers.elasticmq;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MessageQueue;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.SendMessage;
import org.jspecify.annotations.Nullable;

/** What waits for one queue's actor, unbounded and first in first out. */
final class ClockedMessages implements MessageQueue {

  private final ConcurrentLinkedQueue<Envelope> waiting = new ConcurrentLinkedQueue<>();
  private final LongSupplier clock;

  ClockedMessages(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public void enqueue(ActorRef receiver, Envelope envelope) {
    waiting.add(envelope.copy(clocked(envelope.message()), envelope.sender()));
  }

  /** The server reckons both by the system's clock: when a message is due, and which are. */
  private Object clocked(Object message) {
    return switch (message) {
      case SendMessage send -> new SendMessage(clocked(send.message()));
      case GetQueueStatistics _ -> new GetQueueStatistics(clock.getAsLong());
      default -> message;
    };
  }

  private NewMessageData clocked(NewMessageData message) {
    return message.copy(
        message.id(),
        message.content(),
        message.messageAttributes(),
        new ClockedDelivery(message.nextDelivery(), clock),
        message.messageGroupId(),
        message.messageDeduplicationId(),
        message.orderIndex(),
        message.tracingId(),
        message.sequenceNumber(),
        message.deadLetterSourceQueueName());
  }

  @Override
  public @Nullable Envelope dequeue() {
    return waiting.poll();
  }

  @Override
  public int numberOfMessages() {
    return waiting.size();
  }

  @Override
  public boolean hasMessages() {
    return !waiting.isEmpty();
  }

  @Override
  public void cleanUp(ActorRef owner, MessageQueue deadLetters) {
    for (Envelope left = waiting.poll(); left != null; left = waiting.poll()) {
      deadLetters.enqueue(owner, left);
    }
  }
}

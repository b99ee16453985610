package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as its queue delivers it.
 *
 * @param queue in a word, for the log
 * @param delivery the how many-th this is
 */
public record QueueMessage(String queue, String id, String body, int delivery) {

  public static QueueMessage of(String queue, SQSMessage message) {
    return new QueueMessage(
        queue, message.getMessageId(), message.getBody(), delivery(message.getAttributes()));
  }

  private static int delivery(@Nullable Map<String, String> attributes) {
    String received = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return received == null ? 1 : Integer.parseInt(received);
  }

  /** What it asks for, in the name of the request that caused it. */
  public Errand errand(String requestId) {
    return Errand.message(queue, id, requestId);
  }

  /** What it asks for, where it names no request: what is traced begins with it. */
  public Errand errand() {
    return errand(id);
  }
}

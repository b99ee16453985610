package id.antrean.aws.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.aws.Retry;
import id.antrean.domain.applicant.AskDukcapilLater;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Reminders as messages of a delay queue: {@code {"schema", "requestId", "applicationId",
 * "attempt"}}. Without a delay of its own a message waits as long as the queue says.
 */
public final class ReminderQueue implements AskDukcapilLater {

  /** The message's shape. */
  public static final int SCHEMA = 1;

  private final SqsClient sqs;
  private final String queueUrl;

  public ReminderQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void remind(Reminder reminder, @Nullable Duration delay) {
    Retry.with(
        "sending a reminder",
        () ->
            sqs.sendMessage(
                send ->
                    send.queueUrl(queueUrl)
                        .messageBody(body(reminder))
                        .delaySeconds(delay == null ? null : Math.toIntExact(delay.toSeconds()))));
  }

  private static String body(Reminder reminder) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("schema", SCHEMA)
        .put("requestId", reminder.requestId())
        .put("applicationId", reminder.application().value())
        .put("attempt", reminder.attempt())
        .toString();
  }
}

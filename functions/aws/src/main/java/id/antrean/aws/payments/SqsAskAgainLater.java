package id.antrean.aws.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.antrean.aws.Patience;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.payment.RawNotification;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Notifications that wait, whole, on their queue: its delay is the queue's own. */
public final class SqsAskAgainLater implements AskAgainLater {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsAskAgainLater(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void later(RawNotification notification) {
    String body =
        JSON.createObjectNode()
            .put("schema", 1)
            .put("requestId", CurrentRequest.id())
            .put("aggregator", notification.aggregator())
            .put("id", notification.id())
            .put("body", notification.body())
            .put("receivedAt", notification.receivedAt().toEpochMilli())
            .toString();
    Patience.with(
        "queueing a notification",
        () -> sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body)));
  }

  /** The request that the message belongs to, if it says. */
  public static Optional<String> requestId(String message) {
    try {
      return Optional.ofNullable(JSON.readTree(message).path("requestId").textValue());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Reads such a message; empty for what is none. */
  public static Optional<RawNotification> read(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      return json.path("aggregator").isTextual() && json.path("body").isTextual()
          ? Optional.of(
              new RawNotification(
                  json.path("aggregator").textValue(),
                  json.path("id").asText(),
                  json.path("body").textValue(),
                  Instant.ofEpochMilli(json.path("receivedAt").asLong())))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}

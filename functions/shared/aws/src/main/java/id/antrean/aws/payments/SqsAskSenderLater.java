package id.antrean.aws.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.aws.Retry;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.WaitingNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Notifications that wait on their queue: whole where the store did not take them, else by the key
 * under which they are stored.
 */
public final class SqsAskSenderLater implements AskSenderLater {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsAskSenderLater(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void later(WaitingNotice notice, Duration wait) {
    String body = message(notice).toString();
    int delay = Math.toIntExact(wait.toSeconds());
    Retry.with(
        "queueing a notification",
        () ->
            sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body).delaySeconds(delay)));
  }

  private static ObjectNode message(WaitingNotice notice) {
    ObjectNode message = JSON.createObjectNode().put("requestId", CurrentRequest.id());
    return switch (notice) {
      case WaitingNotice.Captured(RawNotification raw) -> {
        message
            .put("schema", 1)
            .put("aggregator", raw.aggregator())
            .put("id", raw.id())
            .put("body", raw.body())
            .put("receivedAt", raw.receivedAt().toEpochMilli());
        ObjectNode headers = message.putObject("headers");
        raw.headers().forEach(headers::put);
        yield message;
      }
      case WaitingNotice.Kept(NoticeId id, int asked) ->
          message
              .put("schema", 2)
              .put("reference", id.reference())
              .put("aggregator", id.aggregator())
              .put("eventId", id.eventId())
              .put("asked", asked);
    };
  }

  private static Map<String, String> headers(JsonNode json) {
    Map<String, String> headers = new HashMap<>();
    json.properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return headers;
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
  public static Optional<WaitingNotice> read(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (json.path("aggregator").isTextual() && json.path("body").isTextual()) {
        return Optional.of(
            new WaitingNotice.Captured(
                new RawNotification(
                    json.path("aggregator").textValue(),
                    json.path("id").asText(),
                    json.path("body").textValue(),
                    Instant.ofEpochMilli(json.path("receivedAt").asLong()),
                    headers(json.path("headers")))));
      }
      return json.path("reference").isTextual() && json.path("eventId").isTextual()
          ? Optional.of(
              new WaitingNotice.Kept(
                  new NoticeId(
                      json.path("reference").textValue(),
                      json.path("aggregator").asText(),
                      json.path("eventId").textValue()),
                  json.path("asked").asInt()))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}

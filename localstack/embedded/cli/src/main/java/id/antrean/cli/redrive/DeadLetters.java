package id.antrean.cli.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * What a queue gave up on. A letter that is taken is hidden from others for some minutes; it is
 * moved back by sending it before it is deleted, so that a crash in between repeats it and loses
 * nothing.
 */
public final class DeadLetters {
  /** Long enough to look at them and to decide. */
  private static final int HIDDEN_SECONDS = 600;

  private static final int MOST_AT_ONCE = 10;
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Jakarta"));

  private final SqsClient sqs;
  private final String source;
  private final String deadLetters;

  /** One of them. */
  public record Letter(Message message) {
    /**
     * What may be shown of it: when it was first sent, how often it was received, looks like this
     * one included, its size, and which members it has. Never what they say: it may be about a
     * person, or what a sender signed.
     */
    public String summary() {
      String body = message.body();
      return "%s  sent %s WIB, received: %s, %,d bytes: %s"
          .formatted(
              message.messageId(),
              TIME.format(Instant.ofEpochMilli(number(MessageSystemAttributeName.SENT_TIMESTAMP))),
              number(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT),
              body.getBytes(StandardCharsets.UTF_8).length,
              members(body));
    }

    private long number(MessageSystemAttributeName name) {
      return Long.parseLong(message.attributes().getOrDefault(name, "0"));
    }

    private static String members(String body) {
      JsonNode tree = tree(body);
      return tree.isObject()
          ? String.join(", ", tree.properties().stream().map(member -> member.getKey()).toList())
          : "no JSON object";
    }
  }

  private DeadLetters(SqsClient sqs, String source, String deadLetters) {
    this.sqs = sqs;
    this.source = source;
    this.deadLetters = deadLetters;
  }

  static DeadLetters of(SqsClient sqs, String queue, String url) {
    String policy =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
            .attributes()
            .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "");
    String arn = tree(policy).path("deadLetterTargetArn").asText("");
    if (arn.isEmpty()) {
      throw new CommandFailure(
          queue
              + " has no dead letters of its own. Name the queue whose dead letters you mean, such as"
              + " NotificationQueue.");
    }
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return new DeadLetters(
        sqs, url, sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
  }

  /** So many of them at the most; they are nobody else's for ten minutes. */
  public List<Letter> take(int most) {
    List<Letter> taken = new ArrayList<>();
    while (taken.size() < most) {
      int next = Math.min(MOST_AT_ONCE, most - taken.size());
      List<Message> received =
          sqs.receiveMessage(
                  request ->
                      request
                          .queueUrl(deadLetters)
                          .maxNumberOfMessages(next)
                          .visibilityTimeout(HIDDEN_SECONDS)
                          .messageSystemAttributeNames(
                              MessageSystemAttributeName.SENT_TIMESTAMP,
                              MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                          .messageAttributeNames("All")
                          .waitTimeSeconds(1))
              .messages();
      if (received.isEmpty()) {
        return taken;
      }
      received.forEach(message -> taken.add(new Letter(message)));
    }
    return taken;
  }

  /** To be delivered at once. */
  public void moveBack(Letter letter) {
    sqs.sendMessage(
        request ->
            request
                .queueUrl(source)
                .messageBody(letter.message().body())
                .messageAttributes(letter.message().messageAttributes())
                .delaySeconds(0));
    sqs.deleteMessage(
        request -> request.queueUrl(deadLetters).receiptHandle(letter.message().receiptHandle()));
  }

  /** They are anybody's again, and stay where they are. */
  public void leave(List<Letter> letters) {
    letters.forEach(this::leave);
  }

  private void leave(Letter letter) {
    try {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(deadLetters)
                  .receiptHandle(letter.message().receiptHandle())
                  .visibilityTimeout(0));
    } catch (SqsException seenByOthersAlready) {
      // Whoever looked longer than it was hidden holds it no more.
      return;
    }
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}

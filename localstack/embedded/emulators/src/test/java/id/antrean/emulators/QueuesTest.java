package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueuesTest {

  private static EmbeddedAws aws;
  private static SqsClient sqs;
  private String queue = "";

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    sqs = new Clients(aws).sqsFrom("/from/BookingFunction");
  }

  @AfterAll
  static void stop() {
    sqs.close();
    aws.close();
  }

  @BeforeEach
  void newQueue() {
    queue = create(sqs, "q" + UUID.randomUUID(), Map.of());
  }

  private static String create(
      SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(given -> given.queueName(name).attributes(attributes)).queueUrl();
  }

  private static void send(SqsClient sqs, String queue, String body, int delaySeconds) {
    sqs.sendMessage(given -> given.queueUrl(queue).messageBody(body).delaySeconds(delaySeconds));
  }

  private static List<Message> receive(SqsClient sqs, String queue, int visibilitySeconds) {
    return sqs.receiveMessage(
            given ->
                given
                    .queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(visibilitySeconds)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  /** Visible, in flight, delayed. */
  private static List<Integer> counts(SqsClient sqs, String queue) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                given -> given.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return java.util.stream.Stream.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)
        .map(name -> Integer.valueOf(attributes.getOrDefault(name, "-1")))
        .toList();
  }

  @Test
  void queueUrlsPointAtTheEdge() {
    assertThat(queue).startsWith(aws.edge() + "/");
  }

  @Test
  void movingTheClockMakesDelayedMessagesVisible() {
    send(sqs, queue, "later", 900);
    assertThat(receive(sqs, queue, 30)).isEmpty();
    assertThat(counts(sqs, queue)).containsExactly(0, 0, 1);

    aws.clock().advance(Duration.ofSeconds(901));

    assertThat(counts(sqs, queue)).containsExactly(1, 0, 0);
    assertThat(receive(sqs, queue, 30)).extracting(Message::body).containsExactly("later");
  }

  @Test
  void whatIsSentAfterTheClockWasMovedIsCountedAsVisible() {
    aws.clock().advance(Duration.ofHours(2));

    send(sqs, queue, "now", 0);
    send(sqs, queue, "later", 600);

    assertThat(counts(sqs, queue)).containsExactly(1, 0, 1);
  }

  @Test
  void aDelayStillDelaysAfterTheClockWasMoved() {
    aws.clock().advance(Duration.ofHours(2));

    send(sqs, queue, "later", 600);

    assertThat(receive(sqs, queue, 30)).isEmpty();
    aws.clock().advance(Duration.ofSeconds(601));
    assertThat(receive(sqs, queue, 30)).hasSize(1);
  }

  @Test
  void aQueuesOwnDelayHoldsToo() {
    String slow =
        create(sqs, "slow" + UUID.randomUUID(), Map.of(QueueAttributeName.DELAY_SECONDS, "300"));
    aws.clock().advance(Duration.ofMinutes(10));
    sqs.sendMessage(given -> given.queueUrl(slow).messageBody("later"));

    assertThat(receive(sqs, slow, 30)).isEmpty();
    aws.clock().advance(Duration.ofSeconds(301));
    assertThat(receive(sqs, slow, 30)).hasSize(1);
  }

  @Test
  void movingTheClockGivesInFlightMessagesBack() {
    send(sqs, queue, "again", 0);
    assertThat(receive(sqs, queue, 600)).hasSize(1);
    assertThat(counts(sqs, queue)).containsExactly(0, 1, 0);

    aws.clock().advance(Duration.ofSeconds(601));

    assertThat(receive(sqs, queue, 600))
        .singleElement()
        .satisfies(
            message ->
                assertThat(
                        message
                            .attributes()
                            .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                    .isEqualTo("2"));
  }

  @Test
  void aMessageReceivedTooOftenGoesToTheDeadLetters() {
    String dead = create(sqs, "dead" + UUID.randomUUID(), Map.of());
    String arn =
        sqs.getQueueAttributes(
                given -> given.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    assertThat(arn).startsWith("arn:aws:sqs:ap-southeast-3:000000000000:dead");
    String main =
        create(
            sqs,
            "main" + UUID.randomUUID(),
            Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":2}"));
    send(sqs, main, "poison", 0);
    for (int time = 0; time < 3; time++) {
      receive(sqs, main, 30);
      aws.clock().advance(Duration.ofSeconds(31));
    }

    assertThat(receive(sqs, dead, 30)).extracting(Message::body).containsExactly("poison");
  }

  @Test
  void aLongerDelayThanSqsAllowsIsRefused() {
    assertThatThrownBy(() -> send(sqs, queue, "too late", 901)).isInstanceOf(SqsException.class);
  }

  @Test
  void purgingThrowsDelayedMessagesAwayToo() {
    send(sqs, queue, "now", 0);
    send(sqs, queue, "later", 900);

    sqs.purgeQueue(given -> given.queueUrl(queue));

    assertThat(counts(sqs, queue)).containsExactly(0, 0, 0);
  }

  @Test
  void delayedAndInFlightMessagesSurviveARestartAndKeepTheirTimes(@TempDir Path data) {
    String kept;
    try (EmbeddedAws first = EmbeddedAws.start(Settings.keptIn(data));
        SqsClient client = new Clients(first).sqs()) {
      first.clock().advance(Duration.ofHours(3));
      kept = create(client, "kept", Map.of());
      send(client, kept, "in flight", 0);
      assertThat(receive(client, kept, 600)).hasSize(1);
      send(client, kept, "delayed", 900);
    }

    try (EmbeddedAws second = EmbeddedAws.start(Settings.keptIn(data));
        SqsClient client = new Clients(second).sqs()) {
      String url = client.getQueueUrl(given -> given.queueName("kept")).queueUrl();
      assertThat(second.clock().lead()).isEqualTo(Duration.ofHours(3));
      assertThat(receive(client, url, 30)).isEmpty();
      second.clock().advance(Duration.ofSeconds(601));
      assertThat(receive(client, url, 900)).extracting(Message::body).containsExactly("in flight");
      second.clock().advance(Duration.ofMinutes(5));
      assertThat(receive(client, url, 900)).extracting(Message::body).containsExactly("delayed");
    }
  }
}

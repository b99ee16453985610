package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.deploy.AwsClients;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EventsTest {
  private static final RunningStack RUNNING = RunningStack.shared();
  private static final AwsClients AWS = RUNNING.aws();

  @AfterAll
  static void closeClients() {
    AWS.close();
  }

  private void send(String queue, String... bodies) {
    for (String body : bodies) {
      AWS.sqs()
          .sendMessage(request -> request.queueUrl(RUNNING.stack().ref(queue)).messageBody(body));
    }
  }

  private static void pass(Duration time) {
    RUNNING.stack().clock().advance(time);
  }

  private static long deliveries(String text) {
    return RUNNING.project().notes(text).size();
  }

  @Test
  void ofABatchOnlyTheReportedMessagesComeAgain() {
    send("ReportingQueue", "partial-good", "partial-fail");
    pass(Duration.ZERO);
    assertThat(deliveries("partial-good")).isEqualTo(1);
    assertThat(deliveries("partial-fail")).isEqualTo(1);
    pass(Duration.ofSeconds(61));
    assertThat(deliveries("partial-good")).isEqualTo(1);
    assertThat(deliveries("partial-fail")).isEqualTo(2);
  }

  @Test
  void withoutTheMappingsConsentReportedFailuresAreLost() {
    send("PlainQueue", "unheard-fail");
    pass(Duration.ZERO);
    pass(Duration.ofSeconds(61));
    assertThat(deliveries("unheard-fail")).isEqualTo(1);
  }

  @Test
  void aMessageWhoseFunctionFailsGoesToTheDeadLettersAfterItsTries() {
    send("PlainQueue", "whole-crash");
    for (int i = 0; i < 4; i++) {
      pass(Duration.ofSeconds(61));
    }
    assertThat(deliveries("whole-crash")).isEqualTo(2);
    int dead =
        AWS
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(RUNNING.stack().ref("DeadQueue"))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes()
            .values()
            .stream()
            .mapToInt(Integer::parseInt)
            .sum();
    assertThat(dead).isEqualTo(1);
  }

  @Test
  void aDelayedMessageComesWhenTimeHasMovedFarEnough() {
    send("LateQueue", "late-news");
    pass(Duration.ofSeconds(590));
    assertThat(deliveries("late-news")).isZero();
    pass(Duration.ofSeconds(11));
    assertThat(deliveries("late-news")).isEqualTo(1);
  }

  @Test
  void anUploadUnderThePrefixIsToldAsS3TellsIt() throws IOException {
    put("incoming/a b+c.txt", "hello");
    put("elsewhere/untold.txt", "hello");
    pass(Duration.ZERO);
    assertThat(deliveries("untold")).isZero();
    List<String> events = RUNNING.project().notes("incoming/a+b%2Bc.txt");
    assertThat(events).hasSize(1);
    ObjectMapper json = new ObjectMapper();
    JsonNode message = json.readTree(events.getFirst()).at("/Records/0");
    assertThat(message.path("eventSource").asText()).isEqualTo("aws:sqs");
    JsonNode event = json.readTree(message.path("body").asText()).at("/Records/0");
    assertThat(event.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(event.at("/s3/bucket/name").asText()).isEqualTo("test-bucket");
    assertThat(event.at("/s3/object/size").asInt()).isEqualTo(5);
    assertThat(event.at("/s3/object/eTag").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(deliveries("s3:TestEvent")).as("sent when the bucket was set up").isEqualTo(1);
  }

  private static void put(String key, String content) {
    AWS.s3()
        .putObject(
            request -> request.bucket("test-bucket").key(key),
            RequestBody.fromString(content, StandardCharsets.UTF_8));
  }

  @Test
  void aScheduleRunsOnceHoweverFarTimeIsMoved() {
    pass(Duration.ofHours(1));
    long before = deliveries("Scheduled Event");
    pass(Duration.ofMinutes(61));
    assertThat(deliveries("Scheduled Event")).isEqualTo(before + 1);
    pass(Duration.ofHours(5));
    assertThat(deliveries("Scheduled Event")).isEqualTo(before + 2);
  }

  @Test
  void aSeedIsWrittenAndWhatMakesSomethingOfItHasRun() {
    assertThat(
            AWS.dynamoDb()
                .scan(request -> request.tableName(RUNNING.stack().ref("ThingsTable")))
                .items())
        .hasSize(1);
    assertThat(deliveries("{\"daily\":true}")).isPositive();
  }

  @Test
  void toolsAreToldOfTheTables() {
    JsonNode told = RunningStack.json(RUNNING.send("GET", "/sandbox/aws"));
    assertThat(told.at("/tables/ThingsTable").asText())
        .isEqualTo(RUNNING.stack().ref("ThingsTable"));
  }

  @Test
  void aDeveloperMaySendPurgeAndRun() {
    String queue = "/sandbox/queues/LateQueue/";
    byte[] message = "{\"body\":{\"by\":\"hand\"},\"copies\":2}".getBytes(StandardCharsets.UTF_8);
    assertThat(RUNNING.send("POST", queue + "messages", message).statusCode()).isEqualTo(202);
    pass(Duration.ZERO);
    assertThat(deliveries("hand")).isPositive();
    send("LateQueue", "thrown-away");
    assertThat(RUNNING.send("POST", queue + "purge").statusCode()).isEqualTo(204);
    send("LateQueue", "kept-although-late");
    pass(Duration.ofSeconds(700));
    assertThat(deliveries("kept-although-late")).isEqualTo(1);
    assertThat(deliveries("thrown-away")).isZero();

    long runs = deliveries("Scheduled Event");
    assertThat(RUNNING.send("POST", "/sandbox/schedules/HourlyFunction").statusCode())
        .isEqualTo(202);
    assertThat(deliveries("Scheduled Event")).isEqualTo(runs + 1);
    assertThat(RUNNING.send("POST", "/sandbox/schedules/FirstFunction").statusCode())
        .isEqualTo(404);
    assertThat(RUNNING.send("POST", "/sandbox/queues/Nobody/purge").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"service\":\"toaster\",\"kind\":\"ERROR\"}",
        "{\"service\":\"sqs\",\"kind\":\"EXPLODE\"}",
        "{\"service\":\"sqs\",\"kind\":\"ERROR\",\"contains\":\"\"}",
        "[]"
      })
  void whatIsNoFaultIsRefused(String nonsense) {
    assertThat(faults("POST", nonsense).statusCode()).isEqualTo(400);
  }

  @Test
  void aFaultHitsWhatItNamesAndTellsHowOften() {
    assertThat(faults("DELETE", "").statusCode()).isEqualTo(204);
    assertThat(
            faults(
                    "POST",
                    "{\"service\":\"dynamodb\",\"contains\":\"nobody-is-called-so\",\"kind\":\"ERROR\"}")
                .statusCode())
        .isEqualTo(200);

    look("somebody");
    assertThat(RunningStack.json(faults("GET", "")).at("/faults/0/hits").asInt()).isZero();
    // The first try fails, and the client's second goes well.
    look("nobody-is-called-so");

    assertThat(RunningStack.json(faults("GET", "")).toString())
        .isEqualTo(
            "{\"faults\":[{\"service\":\"dynamodb\",\"operation\":null,\"caller\":null,"
                + "\"contains\":\"nobody-is-called-so\",\"kind\":\"ERROR\",\"skip\":0,\"times\":1,"
                + "\"hits\":1}]}");
    assertThat(faults("DELETE", "").statusCode()).isEqualTo(204);
    assertThat(RunningStack.json(faults("GET", "")).path("faults")).isEmpty();
  }

  private static HttpResponse<byte[]> faults(String method, String body) {
    return RUNNING.send(method, "/sandbox/faults", body.getBytes(StandardCharsets.UTF_8));
  }

  private static void look(String id) {
    AWS.dynamoDb()
        .scan(
            request ->
                request
                    .tableName(RUNNING.stack().ref("ThingsTable"))
                    .filterExpression("id = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id))));
  }
}

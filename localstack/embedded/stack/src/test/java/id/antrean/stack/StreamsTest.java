package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.deploy.AwsClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.model.Message;

/** A table's stream goes to its function as AWS's event source mapping brings it. */
class StreamsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL_TYPES =
      "{\"M\":{\"b\":{\"B\":\"AQI=\"},\"l\":{\"L\":[{\"BOOL\":true},{\"NULL\":true}]},"
          + "\"m\":{\"M\":{}},\"n\":{\"N\":\"7\"},\"s\":{\"SS\":[\"x\"]}}}";
  private static final RunningStack RUNNING = RunningStack.shared();
  private static final AwsClients AWS = RUNNING.aws();

  @TempDir Path folder;

  @AfterAll
  static void closeClients() {
    AWS.close();
  }

  @Test
  void aWriteIsToldAsDynamoDbTellsIt() {
    write("RecordsTable", "told");
    AWS.dynamoDb()
        .deleteItem(
            request -> request.tableName(RUNNING.stack().ref("RecordsTable")).key(key("told")));
    pass(Duration.ZERO);

    List<JsonNode> records = records("told");
    assertThat(records)
        .extracting(record -> record.path("eventName").asText())
        .containsExactly("INSERT", "REMOVE");
    JsonNode first = records.getFirst();
    assertThat(first.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(first.path("eventSourceARN").asText())
        .startsWith("arn:aws:dynamodb:ap-southeast-3:000000000000:table/")
        .isEqualTo(RUNNING.stack().attribute("RecordsTable", "StreamArn"));
    JsonNode change = first.path("dynamodb");
    assertThat(change.path("NewImage"))
        .isEqualTo(json("{\"id\":{\"S\":\"told\"},\"all\":" + ALL_TYPES + "}"));
    assertThat(change.has("OldImage")).isFalse();
    assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(change.path("ApproximateCreationDateTime").isNumber()).isTrue();
    assertThat(Instant.ofEpochSecond(change.path("ApproximateCreationDateTime").asLong()))
        .isBetween(Instant.now().minusSeconds(300), Instant.now());
    assertThat(records.getLast().at("/dynamodb/OldImage/id/S").asText()).isEqualTo("told");
  }

  @Test
  void whatFailsByChanceIsHandledWhenTimeHasMoved() {
    together("chance-1-stumble", "chance-2");
    pass(Duration.ZERO);

    assertThat(batches("chance-"))
        .containsExactly(
            List.of("chance-1-stumble", "chance-2"),
            List.of("chance-1-stumble"),
            List.of("chance-1-stumble"),
            List.of("chance-2"));
  }

  @Test
  void timeHasMovedWhenAReaderThatIsHeldBackHasCaughtUp() throws IOException {
    TestProject project = TestProject.in(folder);
    Path gate = folder.resolve("notes.gate");
    try (Stack stack = Stack.start(project.settings());
        AwsClients aws = RunningStack.awsOf(stack)) {
      write(aws, stack, "RecordsTable", "at the gate");
      CompletableFuture<Instant> moved =
          CompletableFuture.supplyAsync(() -> stack.clock().advance(Duration.ZERO));
      await().until(() -> Files.exists(gate));
      write(aws, stack, "RecordsTable", "behind");
      assertThat(moved).isNotDone();
      Files.createFile(folder.resolve("notes.open"));
      moved.join();

      assertThat(gate).hasContent("comes\ngoes");
      assertThat(project.notes("\"behind\"")).hasSize(1);
    }
  }

  @Test
  void ofABatchOnlyWhatFollowsTheReportedRecordComesAgain() {
    together("part-1", "part-2-fail", "part-3");
    pass(Duration.ZERO);
    untilGivenUp("part-2-fail");

    assertThat(records("part-1")).hasSize(1);
    assertThat(batches("part-2-fail"))
        .as("the whole, then what is left and its two retries")
        .containsExactly(
            List.of("part-1", "part-2-fail", "part-3"),
            List.of("part-2-fail", "part-3"),
            List.of("part-2-fail", "part-3"),
            List.of("part-2-fail", "part-3"));
  }

  @Test
  void aBatchWhoseCallFailsIsHalvedUntilTheCulpritIsAlone() {
    together("half-1", "half-2", "half-3-crash", "half-4");
    pass(Duration.ZERO);
    untilGivenUp("half-3-crash");

    assertThat(batches("half-"))
        .containsExactly(
            List.of("half-1", "half-2", "half-3-crash", "half-4"),
            List.of("half-1", "half-2"),
            List.of("half-3-crash", "half-4"),
            List.of("half-3-crash"),
            List.of("half-3-crash"),
            List.of("half-3-crash"),
            List.of("half-4"));
  }

  @Test
  void whatIsGivenUpIsToldWithoutWhatItSays() {
    write("RecordsTable", "secret-crash");
    pass(Duration.ZERO);

    JsonNode message = untilGivenUp("secret-crash");

    assertThat(message.toString()).doesNotContain("secret");
    assertThat(message.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(message.at("/requestContext/functionArn").asText())
        .startsWith("arn:aws:lambda:")
        .endsWith("StreamFunction");
    assertThat(message.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    JsonNode batch = message.path("DDBStreamBatchInfo");
    assertThat(batch.path("endSequenceNumber")).isEqualTo(batch.path("startSequenceNumber"));
    assertThat(batch.path("shardId").asText()).startsWith("shardId-");
    assertThat(batch.path("streamArn").asText())
        .isEqualTo(RUNNING.stack().attribute("RecordsTable", "StreamArn"));
  }

  @Test
  void aRecordThatFailsHoldsUpWhatFollowsUntilItIsTooOld() {
    write("SlowTable", "slow-crash");
    write("SlowTable", "slow-after");
    await().untilAsserted(() -> assertThat(records("slow-crash")).isNotEmpty());
    assertThat(records("slow-after")).isEmpty();

    // The store writes times down to the minute.
    pass(Duration.ofSeconds(500));
    assertThat(records("slow-after")).isEmpty();
    pass(Duration.ofSeconds(110));

    assertThat(records("slow-after")).hasSize(1);
    assertThat(untilGivenUp("slow-crash").at("/requestContext/condition").asText())
        .isEqualTo("RecordAgeExceeded");
  }

  @Test
  void aRestartGoesOnWhereItWasLeft() {
    TestProject project = TestProject.in(folder.resolve("project"));
    StackSettings settings = project.settings().withData(folder.resolve("data"));
    try (Stack stack = Stack.start(settings);
        AwsClients aws = RunningStack.awsOf(stack)) {
      write(aws, stack, "RecordsTable", "before");
      await().untilAsserted(() -> assertThat(project.notes("\"before\"")).hasSize(1));
      write(aws, stack, "SlowTable", "stuck-crash");
      write(aws, stack, "SlowTable", "behind");
      await().untilAsserted(() -> assertThat(project.notes("\"stuck-crash\"")).isNotEmpty());
      assertThat(project.notes("\"before\"")).hasSize(1);
      assertThat(project.notes("\"behind\"")).isEmpty();
    }
    try (Stack stack = Stack.start(settings);
        AwsClients aws = RunningStack.awsOf(stack)) {
      write(aws, stack, "RecordsTable", "afterwards");
      await().untilAsserted(() -> assertThat(project.notes("\"afterwards\"")).hasSize(1));
      // What is stuck was read again by then, and is as old as it is.
      stack.clock().advance(Duration.ZERO);
      stack.clock().advance(Duration.ofSeconds(700));
      assertThat(project.notes("\"behind\"")).hasSize(1);
      assertThat(project.notes("\"afterwards\"")).hasSize(1);
      assertThat(project.notes("\"before\"")).hasSize(1);
    }
  }

  @Test
  void aTableThatWasKeptWithoutAStreamGetsIt() throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    String whole = Files.readString(template);
    StackSettings settings = project.settings().withData(folder.resolve("data"));
    int begin = whole.indexOf("  StreamFunction:");
    int end = whole.indexOf("  Secret:", begin);
    Files.writeString(
        template,
        (whole.substring(0, begin) + whole.substring(end))
            .replaceFirst(
                "\n      StreamSpecification: \\{StreamViewType: NEW_AND_OLD_IMAGES}", ""));
    try (Stack stack = Stack.start(settings);
        AwsClients aws = RunningStack.awsOf(stack)) {
      write(aws, stack, "RecordsTable", "unheard");
    }
    Files.writeString(template, whole);
    try (Stack stack = Stack.start(settings);
        AwsClients aws = RunningStack.awsOf(stack)) {
      write(aws, stack, "RecordsTable", "heard");
      stack.clock().advance(Duration.ZERO);
      assertThat(project.notes("\"heard\"")).hasSize(1);
      assertThat(project.notes("\"unheard\"")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BisectBatchOnFunctionError: true|TumblingWindowInSeconds: 5|TumblingWindowInSeconds: is not known to the local stack",
        "BatchSize: 10|BatchSize: 10001|BatchSize: must be from 1 to 10000",
        "BatchSize: 10|ParallelizationFactor: 2|ParallelizationFactor: above 1 is not run by the local stack",
        "MaximumRecordAgeInSeconds: 600|MaximumRecordAgeInSeconds: 59|MaximumRecordAgeInSeconds: must be from 60 to 604800",
        "StartingPosition: TRIM_HORIZON|StartingPosition: AT_TIMESTAMP|StartingPosition: must be TRIM_HORIZON or LATEST",
        "!GetAtt GivenUpQueue.Arn|arn:aws:sns:x|Destination: names arn:aws:sns:x, which is no AWS::SQS::Queue"
      })
  void whatItDoesNotUnderstandIsRefused(String known, String other, String reason)
      throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    Files.writeString(template, Files.readString(template).replace(known, other));

    assertThatThrownBy(() -> Stack.start(project.settings())).hasMessageContaining(reason);
  }

  private static void write(String table, String id) {
    write(AWS, RUNNING.stack(), table, id);
  }

  private static void write(AwsClients aws, Stack stack, String table, String id) {
    aws.dynamoDb().putItem(request -> request.tableName(stack.ref(table)).item(item(id)));
  }

  /** In one moment, so that they are one batch. */
  private static void together(String... ids) {
    List<TransactWriteItem> writes =
        Stream.of(ids)
            .map(
                id ->
                    TransactWriteItem.builder()
                        .put(
                            put ->
                                put.tableName(RUNNING.stack().ref("RecordsTable")).item(item(id)))
                        .build())
            .toList();
    AWS.dynamoDb().transactWriteItems(request -> request.transactItems(writes));
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of(
        "id",
        AttributeValue.fromS(id),
        "all",
        AttributeValue.fromM(
            Map.of(
                "b",
                AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})),
                "l",
                AttributeValue.fromL(
                    List.of(AttributeValue.fromBool(true), AttributeValue.fromNul(true))),
                "m",
                AttributeValue.fromM(Map.of()),
                "n",
                AttributeValue.fromN("7"),
                "s",
                AttributeValue.fromSs(List.of("x")))));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  private static void pass(Duration time) {
    RUNNING.stack().clock().advance(time);
  }

  /** What was handed over about that key, every try of it, in order. */
  private static List<JsonNode> records(String id) {
    List<JsonNode> records = new ArrayList<>();
    for (String event : RUNNING.project().notes("\"" + id + "\"")) {
      for (JsonNode record : json(event).path("Records")) {
        if (id(record).equals(id)) {
          records.add(record);
        }
      }
    }
    return records;
  }

  /** The batches in which there is a key that begins so, by their keys. */
  private static List<List<String>> batches(String beginning) {
    List<List<String>> batches = new ArrayList<>();
    for (String event : RUNNING.project().notes("\"" + beginning)) {
      List<String> ids = new ArrayList<>();
      json(event).path("Records").forEach(record -> ids.add(id(record)));
      batches.add(ids);
    }
    return batches;
  }

  private static String id(JsonNode record) {
    return record.at("/dynamodb/Keys/id/S").asText();
  }

  /** The message that says so, once it is there. */
  private static JsonNode untilGivenUp(String id) {
    JsonNode record = await().until(() -> records(id), told -> !told.isEmpty()).getFirst();
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> givenUp(record), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<JsonNode> givenUp(JsonNode record) {
    List<Message> messages =
        AWS.sqs()
            .receiveMessage(
                request ->
                    request
                        .queueUrl(RUNNING.stack().ref("GivenUpQueue"))
                        .visibilityTimeout(0)
                        .maxNumberOfMessages(10))
            .messages();
    return messages.stream()
        .map(message -> json(message.body()))
        .filter(it -> isFirst(record, it.path("DDBStreamBatchInfo")))
        .findFirst();
  }

  private static boolean isFirst(JsonNode record, JsonNode batch) {
    return batch.path("startSequenceNumber").equals(record.at("/dynamodb/SequenceNumber"))
        && batch.path("streamArn").equals(record.path("eventSourceARN"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

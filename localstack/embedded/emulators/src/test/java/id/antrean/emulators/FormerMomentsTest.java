package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.InvalidRestoreTimeException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table as it was, by the calls with which AWS is asked for it. */
class FormerMomentsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static EmbeddedAws aws;
  private static DynamoDbClient client;

  private final String table;

  FormerMomentsTest(TestInfo test) {
    this.table = test.getTestMethod().orElseThrow().getName();
  }

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    client = new Clients(aws).dynamoDb();
  }

  @AfterAll
  static void stop() {
    client.close();
    aws.close();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static void create(DynamoDbClient client, String table) {
    client.createTable(
        given ->
            given
                .tableName(table)
                .billingMode("PAY_PER_REQUEST")
                .keySchema(key("id", KeyType.HASH), key("part", KeyType.RANGE))
                .attributeDefinitions(text("id"), text("part"), text("colour"))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("byColour")
                        .keySchema(key("colour", KeyType.HASH))
                        .projection(of -> of.projectionType(ProjectionType.ALL))
                        .build()));
  }

  private static void keep(DynamoDbClient client, String table) {
    client.updateContinuousBackups(
        given ->
            given
                .tableName(table)
                .pointInTimeRecoverySpecification(with -> with.pointInTimeRecoveryEnabled(true)));
  }

  /** A table whose moments are kept, a minute old. */
  private void kept() {
    create(client, table);
    keep(client, table);
    passes(MINUTE);
  }

  private static void passes(Duration time) {
    aws.clock().advance(time);
  }

  /** A moment that what is written before and after does not share. */
  private static Instant moment() {
    passes(MINUTE);
    Instant moment = aws.clock().instant();
    passes(MINUTE);
    return moment;
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id), "part", AttributeValue.fromS("whole"));
  }

  private static Map<String, AttributeValue> item(String id, String colour) {
    Map<String, AttributeValue> item = new HashMap<>(key(id));
    item.put("colour", AttributeValue.fromS(colour));
    return item;
  }

  private void put(String id, String colour) {
    client.putItem(given -> given.tableName(table).item(item(id, colour)));
  }

  private void delete(String id) {
    client.deleteItem(given -> given.tableName(table).key(key(id)));
  }

  private TableDescription restore(String target, Instant moment) {
    return restore(client, table, target, moment);
  }

  private static TableDescription restore(
      DynamoDbClient client, String table, String target, Instant moment) {
    return client
        .restoreTableToPointInTime(
            given -> given.sourceTableName(table).targetTableName(target).restoreDateTime(moment))
        .tableDescription();
  }

  private static List<Map<String, AttributeValue>> items(String table) {
    return client.scanPaginator(given -> given.tableName(table)).items().stream().toList();
  }

  private static PointInTimeRecoveryDescription described(String table) {
    return client
        .describeContinuousBackups(given -> given.tableName(table))
        .continuousBackupsDescription()
        .pointInTimeRecoveryDescription();
  }

  @Test
  void whatWasPutChangedAndDeletedSinceIsUndone() {
    kept();
    put("stays", "red");
    put("changes", "red");
    put("changes twice", "red");
    put("goes", "red");
    put("goes and comes", "red");
    Instant before = moment();
    client.updateItem(
        given ->
            given
                .tableName(table)
                .key(key("changes"))
                .updateExpression("SET colour = :colour")
                .expressionAttributeValues(Map.of(":colour", AttributeValue.fromS("blue"))));
    put("changes twice", "blue");
    put("changes twice", "green");
    delete("goes");
    delete("goes and comes");
    put("goes and comes", "blue");
    put("is new", "blue");
    put("is new and goes", "blue");
    delete("is new and goes");

    restore("undone", before);

    assertThat(items("undone"))
        .containsExactlyInAnyOrder(
            item("stays", "red"),
            item("changes", "red"),
            item("changes twice", "red"),
            item("goes", "red"),
            item("goes and comes", "red"));
    assertThat(items(table)).as("the table in use").hasSize(5).contains(item("is new", "blue"));
  }

  @Test
  void aMomentBetweenTwoIsOnesOwn() {
    kept();
    put("1", "red");
    Instant red = moment();
    put("1", "blue");
    Instant blue = moment();
    delete("1");
    Instant gone = moment();
    put("1", "green");

    restore("ofRed", red);
    restore("ofBlue", blue);
    restore("ofGone", gone);

    assertThat(items("ofRed")).containsExactly(item("1", "red"));
    assertThat(items("ofBlue")).containsExactly(item("1", "blue"));
    assertThat(items("ofGone")).isEmpty();
  }

  @Test
  void transactionsAndBatchesAreUndoneToo() {
    kept();
    put("paid", "red");
    put("bound", "red");
    Instant before = moment();
    client.transactWriteItems(
        given ->
            given.transactItems(
                TransactWriteItem.builder()
                    .put(put -> put.tableName(table).item(item("paid", "blue")))
                    .build(),
                TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table).key(key("bound")))
                    .build()));
    client.batchWriteItem(
        given ->
            given.requestItems(
                Map.of(
                    table,
                    IntStream.range(0, 25)
                        .mapToObj(n -> PutRequest.builder().item(item("batch " + n, "blue")))
                        .map(put -> WriteRequest.builder().putRequest(put.build()).build())
                        .toList())));

    restore("beforeBoth", before);

    assertThat(items("beforeBoth"))
        .containsExactlyInAnyOrder(item("paid", "red"), item("bound", "red"));
  }

  @Test
  void moreThanAPageComesBack() {
    kept();
    IntStream.range(0, 130).forEach(n -> put("many " + n, "red"));
    Instant before = moment();
    IntStream.range(0, 130).forEach(n -> delete("many " + n));

    restore("all130", before);

    assertThat(items("all130")).hasSize(130);
    assertThat(items(table)).isEmpty();
  }

  @Test
  void whateverAnItemHoldsComesBackAsItWas() {
    kept();
    Map<String, AttributeValue> rich = new HashMap<>(key("rich"));
    rich.put("number", AttributeValue.fromN("1234567890123456789012345678.5"));
    rich.put("bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes")));
    rich.put("none", AttributeValue.fromNul(true));
    rich.put("no", AttributeValue.fromBool(false));
    rich.put("holds", AttributeValue.fromSs(List.of("a", "b")));
    rich.put("numbers", AttributeValue.fromNs(List.of("1", "2")));
    rich.put("empty", AttributeValue.fromM(Map.of()));
    rich.put("nothing", AttributeValue.fromL(List.of()));
    rich.put(
        "deep",
        AttributeValue.fromL(
            List.of(
                AttributeValue.fromM(
                    Map.of(
                        "map",
                        AttributeValue.fromM(Map.of()),
                        "no text",
                        AttributeValue.fromS(""))))));
    client.putItem(given -> given.tableName(table).item(rich));
    Instant before = moment();
    delete("rich");

    restore("ofRich", before);

    assertThat(items("ofRich")).containsExactly(rich);
  }

  @Test
  void indexesComeAlongAndStreamAndRecoveryDoNot() {
    kept();
    put("1", "red");
    Instant before = moment();
    delete("1");

    TableDescription answered = restore("indexed", before);

    assertThat(answered.tableName()).isEqualTo("indexed");
    assertThat(answered.restoreSummary().restoreDateTime())
        .isEqualTo(before.truncatedTo(ChronoUnit.SECONDS));
    TableDescription copy = client.describeTable(given -> given.tableName("indexed")).table();
    assertThat(copy.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(copy.streamSpecification()).isNull();
    assertThat(copy.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(
            client
                .query(
                    query ->
                        query
                            .tableName("indexed")
                            .indexName("byColour")
                            .keyConditionExpression("colour = :colour")
                            .expressionAttributeValues(
                                Map.of(":colour", AttributeValue.fromS("red"))))
                .items())
        .containsExactly(item("1", "red"));
    assertThat(described("indexed").pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.DISABLED);
  }

  @Test
  void theWindowBeginsWhenMomentsAreKeptAndEndsNow() {
    create(client, table);
    put("before", "red");
    passes(MINUTE);
    Instant begun = aws.clock().instant();
    keep(client, table);
    passes(Duration.ofHours(3));
    put("after", "red");

    assertThat(described(table).pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.ENABLED);
    assertThat(described(table).earliestRestorableDateTime())
        .isBetween(begun, begun.plusSeconds(5));
    assertThat(described(table).latestRestorableDateTime())
        .isBetween(aws.clock().instant().minusSeconds(5), aws.clock().instant());
    restore("atItsBegin", described(table).earliestRestorableDateTime());
    assertThat(items("atItsBegin")).containsExactly(item("before", "red"));
    assertThatThrownBy(() -> restore("tooEarly", begun.minusSeconds(1)))
        .isInstanceOf(InvalidRestoreTimeException.class);
    assertThatThrownBy(() -> restore("tooLate", aws.clock().instant().plusSeconds(5)))
        .isInstanceOf(InvalidRestoreTimeException.class);
    passes(Duration.ofDays(40));
    assertThat(described(table).earliestRestorableDateTime())
        .as("35 days and no more")
        .isAfter(aws.clock().instant().minus(Duration.ofDays(35)).minusSeconds(5));
  }

  @Test
  void theLatestMomentIsHadWithoutNamingIt() {
    kept();
    put("1", "red");
    passes(MINUTE);

    client.restoreTableToPointInTime(
        given ->
            given.sourceTableName(table).targetTableName("latest").useLatestRestorableTime(true));

    assertThat(items("latest")).containsExactly(item("1", "red"));
  }

  @Test
  void whatAwsRefusesIsRefused() {
    create(client, table);
    Instant now = aws.clock().instant();

    assertThatThrownBy(() -> restore("copy", now))
        .isInstanceOf(PointInTimeRecoveryUnavailableException.class);
    assertThat(described(table).pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.DISABLED);
    assertThatThrownBy(() -> restore(client, "nobodys", "copy", now))
        .isInstanceOf(TableNotFoundException.class);
    assertThatThrownBy(() -> described("nobodys")).isInstanceOf(TableNotFoundException.class);
    keep(client, table);
    assertThatThrownBy(() -> restore(table, now)).isInstanceOf(TableAlreadyExistsException.class);
    assertThatThrownBy(
            () ->
                client.restoreTableToPointInTime(
                    given -> given.sourceTableName(table).targetTableName("copy")))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("RestoreDateTime");
    assertThatThrownBy(() -> client.describeTable(given -> given.tableName("copy")))
        .as("nothing was begun")
        .isInstanceOf(DynamoDbException.class);
  }

  @Test
  void aStreamThatDoesNotTellWhatWasBeforeIsRefused() {
    create(client, table);
    client.updateTable(
        given ->
            given
                .tableName(table)
                .streamSpecification(
                    stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));

    assertThatThrownBy(() -> keep(client, table))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("NEW_AND_OLD_IMAGES");
  }

  @Test
  void aTableOfTheSameNameHasNoneOfTheFormerOnesMoments() {
    kept();
    put("1", "red");
    client.deleteTable(given -> given.tableName(table));
    create(client, table);

    assertThat(described(table).pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.DISABLED);
  }

  @Test
  void aRestartForgetsNothing(@TempDir Path data) {
    Instant red;
    Instant before;
    try (EmbeddedAws first = EmbeddedAws.start(Settings.keptIn(data));
        DynamoDbClient tables = new Clients(first).dynamoDb()) {
      create(tables, table);
      keep(tables, table);
      first.clock().advance(MINUTE);
      tables.putItem(given -> given.tableName(table).item(item("1", "red")));
      first.clock().advance(MINUTE);
      red = first.clock().instant();
      first.clock().advance(MINUTE);
      tables.deleteItem(given -> given.tableName(table).key(key("1")));
      first.clock().advance(MINUTE);
      before = first.clock().instant();
    }

    try (EmbeddedAws second = EmbeddedAws.start(Settings.keptIn(data));
        DynamoDbClient tables = new Clients(second).dynamoDb()) {
      second.clock().advance(MINUTE);
      tables.putItem(given -> given.tableName(table).item(item("2", "blue")));
      restore(tables, table, "ofRedBefore", red);
      restore(tables, table, "ofNothing", before);

      assertThat(tables.scan(given -> given.tableName("ofRedBefore")).items())
          .containsExactly(item("1", "red"));
      assertThat(tables.scan(given -> given.tableName("ofNothing")).items()).isEmpty();
    }
  }
}

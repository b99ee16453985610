package id.antrean.stack.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;

/** A table that was kept, and a template that has moved on since. */
class KeptTableTest {
  private static final String BY_COLOUR =
      index("byColour", "colour", "\"ProjectionType\": \"ALL\"");
  private static final String COLOURS =
      index(
          "colours", "colour", "\"ProjectionType\": \"INCLUDE\", \"NonKeyAttributes\": [\"size\"]");
  private static final String SIZES = index("sizes", "size", "\"ProjectionType\": \"KEYS_ONLY\"");

  private static EmbeddedAws aws;
  private static DynamoDbClient dynamo;

  private final String logicalId;

  KeptTableTest(TestInfo test) {
    this.logicalId = test.getTestMethod().orElseThrow().getName();
  }

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    dynamo =
        DynamoDbClient.builder()
            .endpointOverride(aws.edge())
            .region(Region.of(EmbeddedAws.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void end() {
    dynamo.close();
    aws.close();
  }

  private static String index(String name, String key, String projection) {
    return """
        {"IndexName": "%s", "KeySchema": [{"AttributeName": "%s", "KeyType": "HASH"}],
         "Projection": {%s}}"""
        .formatted(name, key, projection);
  }

  private String deploy(String key, String... indexes) {
    return deploy(key, false, indexes).ref();
  }

  private Deployed deploy(String key, boolean recoverable, String... indexes) {
    String list = String.join(", ", indexes);
    String attributes =
        Stream.of(key, "colour", "size")
            .filter(name -> name.equals(key) || list.contains("\"AttributeName\": \"" + name))
            .map("{\"AttributeName\": \"%s\", \"AttributeType\": \"S\"}"::formatted)
            .collect(Collectors.joining(", "));
    String properties =
        """
        {"BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [%s],
         "KeySchema": [{"AttributeName": "%s", "KeyType": "HASH"}],
         "GlobalSecondaryIndexes": [%s],
         "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": %s}}"""
            .formatted(attributes, key, list, recoverable);
    try {
      return new TableDeployer(dynamo)
          .deploy(logicalId, Section.of(logicalId, new ObjectMapper().readTree(properties)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String table, String id, String colour, String size) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "id", AttributeValue.fromS(id),
                        "colour", AttributeValue.fromS(colour),
                        "size", AttributeValue.fromS(size),
                        "note", AttributeValue.fromS("long"))));
  }

  private List<String> indexesOf(String table) {
    return dynamo
        .describeTable(describe -> describe.tableName(table))
        .table()
        .globalSecondaryIndexes()
        .stream()
        .map(GlobalSecondaryIndexDescription::indexName)
        .sorted()
        .toList();
  }

  private List<Map<String, AttributeValue>> ofColour(String table, String index, String colour) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression("colour = :colour")
                    .expressionAttributeValues(Map.of(":colour", AttributeValue.fromS(colour))))
        .items();
  }

  @Test
  void whatItHoldsIsFoundByTheIndexesOfToday() {
    String table = deploy("id", BY_COLOUR, SIZES);
    put(table, "1", "red", "small");
    put(table, "2", "blue", "small");

    assertThat(deploy("id", COLOURS, SIZES)).isEqualTo(table);

    assertThat(indexesOf(table)).containsExactly("colours", "sizes");
    assertThat(ofColour(table, "colours", "red"))
        .containsExactly(
            Map.of(
                "id", AttributeValue.fromS("1"),
                "colour", AttributeValue.fromS("red"),
                "size", AttributeValue.fromS("small")));
  }

  @Test
  void severalIndexesComeAndGoAtOnce() {
    String table = deploy("id", BY_COLOUR);

    deploy("id", COLOURS, SIZES);

    assertThat(indexesOf(table)).containsExactly("colours", "sizes");
  }

  @Test
  void anIndexOfTheSameNameThatHoldsSomethingElseIsRefused() {
    String table = deploy("id", BY_COLOUR);
    put(table, "1", "red", "small");

    assertThatThrownBy(
            () -> deploy("id", index("byColour", "colour", "\"ProjectionType\": \"KEYS_ONLY\"")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("byColour")
        .hasMessageContaining("another name");
    assertThat(ofColour(table, "byColour", "red")).hasSize(1);
  }

  @Test
  void otherKeysAreRefused() {
    deploy("id", BY_COLOUR);

    assertThatThrownBy(() -> deploy("code", BY_COLOUR))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("other keys");
  }

  private PointInTimeRecoveryDescription recovery(String table) {
    return dynamo
        .describeContinuousBackups(describe -> describe.tableName(table))
        .continuousBackupsDescription()
        .pointInTimeRecoveryDescription();
  }

  @Test
  void itsMomentsAreKeptFromWhenTheTemplateSaysSo() {
    String table = deploy("id", BY_COLOUR);
    put(table, "1", "red", "small");
    assertThat(recovery(table).pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.DISABLED);

    Deployed kept = deploy("id", true, BY_COLOUR);
    Instant since = recovery(table).earliestRestorableDateTime();
    aws.clock().advance(Duration.ofMinutes(1));
    deploy("id", true, BY_COLOUR, SIZES);

    assertThat(kept.attributes())
        .as("the template gives it no stream, and nothing can name one")
        .doesNotContainKey("StreamArn");
    assertThat(recovery(table).earliestRestorableDateTime())
        .as("the next start goes on keeping them")
        .isEqualTo(since);
    aws.clock().advance(Duration.ofMinutes(1));
    dynamo.deleteItem(
        delete -> delete.tableName(table).key(Map.of("id", AttributeValue.fromS("1"))));
    dynamo.restoreTableToPointInTime(
        restore ->
            restore
                .sourceTableName(table)
                .targetTableName(table + "-former")
                .restoreDateTime(since));
    assertThat(ofColour(table + "-former", "byColour", "red")).hasSize(1);
    deploy("id", false, BY_COLOUR, SIZES);
    assertThat(recovery(table).pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.DISABLED);
  }
}

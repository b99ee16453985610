package id.antrean.stack.deploy;

import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * AWS::DynamoDB::Table: keys, indexes, billing mode, stream, and whether former moments are kept. A
 * kept table gets the indexes, the stream and the keeping of today.
 */
public final class TableDeployer implements Deployer {
  static final String TYPE = "AWS::DynamoDB::Table";

  private static final String STREAM = "StreamSpecification";
  private static final String ENABLED = "PointInTimeRecoveryEnabled";

  /** The stream of a table whose moments are kept, where the template gives it none. */
  private static final StreamSpecification MOMENTS =
      StreamSpecification.builder()
          .streamEnabled(true)
          .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
          .build();

  private final DynamoDbClient dynamoDb;

  public TableDeployer(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "SSESpecification",
        "TimeToLiveSpecification",
        "DeletionProtectionEnabled",
        "TableClass",
        "ContributorInsightsSpecification",
        "Tags");
    CreateTableRequest wanted = request(logicalId, properties);
    TableDescription table = existing(properties.place(), wanted).orElseGet(() -> create(wanted));
    keepMoments(wanted.tableName(), properties.section("PointInTimeRecoverySpecification"));
    Map<String, String> attributes = new HashMap<>();
    attributes.put("Arn", Naming.arn("dynamodb", "table/" + wanted.tableName()));
    if (wanted.streamSpecification() != null) {
      attributes.put(
          "StreamArn",
          Naming.arn(
              "dynamodb", "table/" + wanted.tableName() + "/stream/" + table.latestStreamLabel()));
    }
    Set<String> indexes =
        wanted.globalSecondaryIndexes().stream()
            .map(index -> attributes.get("Arn") + "/index/" + index.indexName())
            .collect(Collectors.toSet());
    return new Deployed(logicalId, type(), wanted.tableName(), attributes, indexes);
  }

  private void keepMoments(String table, Optional<Section> recovery) {
    boolean wished = recovery.map(it -> it.flag(ENABLED, false)).orElse(false);
    dynamoDb.updateContinuousBackups(
        request ->
            request
                .tableName(table)
                .pointInTimeRecoverySpecification(keep -> keep.pointInTimeRecoveryEnabled(wished)));
  }

  private TableDescription create(CreateTableRequest wanted) {
    return dynamoDb.createTable(wanted).tableDescription();
  }

  private Optional<TableDescription> existing(String place, CreateTableRequest wanted) {
    try {
      TableDescription existing =
          dynamoDb.describeTable(request -> request.tableName(wanted.tableName())).table();
      requireSameKeys(place, wanted, existing);
      new KeptIndexes(dynamoDb, wanted, place).bringFrom(existing);
      return Optional.of(streaming(place, wanted, existing));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  /** A table that was kept from before it had a stream gets it, as an update of the stack does. */
  private TableDescription streaming(
      String place, CreateTableRequest wanted, TableDescription existing) {
    StreamSpecification stream = wanted.streamSpecification();
    if (Objects.equals(stream, existing.streamSpecification())
        || (stream == null && MOMENTS.equals(existing.streamSpecification()))) {
      return existing;
    }
    if (existing.streamSpecification() != null) {
      throw new TemplateException(
          place + "." + STREAM,
          "the kept table has another stream than the template; start with a new data folder");
    }
    return dynamoDb
        .updateTable(request -> request.tableName(wanted.tableName()).streamSpecification(stream))
        .tableDescription();
  }

  private static CreateTableRequest request(String logicalId, Section properties) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(properties.text("TableName").orElse(Naming.physical(logicalId)))
            .billingMode(properties.text("BillingMode").orElse("PROVISIONED"))
            .keySchema(keys(properties))
            .attributeDefinitions(
                properties.sections("AttributeDefinitions").stream()
                    .map(TableDeployer::attribute)
                    .toList());
    properties
        .section("ProvisionedThroughput")
        .ifPresent(s -> request.provisionedThroughput(throughput(s)));
    properties.section(STREAM).ifPresent(s -> request.streamSpecification(stream(s)));
    List<Section> indexes = properties.sections("GlobalSecondaryIndexes");
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes.stream().map(TableDeployer::index).toList());
    }
    return request.build();
  }

  private static StreamSpecification stream(Section section) {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(section.required("StreamViewType"))
        .build();
  }

  private static AttributeDefinition attribute(Section section) {
    return AttributeDefinition.builder()
        .attributeName(section.required("AttributeName"))
        .attributeType(section.required("AttributeType"))
        .build();
  }

  private static List<KeySchemaElement> keys(Section section) {
    return section.sections("KeySchema").stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.required("AttributeName"))
                    .keyType(key.required("KeyType"))
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Section section) {
    GlobalSecondaryIndex.Builder index =
        GlobalSecondaryIndex.builder()
            .indexName(section.required("IndexName"))
            .keySchema(keys(section));
    section.section("Projection").ifPresent(projection -> index.projection(projection(projection)));
    section
        .section("ProvisionedThroughput")
        .ifPresent(s -> index.provisionedThroughput(throughput(s)));
    return index.build();
  }

  private static Projection projection(Section section) {
    Projection.Builder projection =
        Projection.builder().projectionType(section.required("ProjectionType"));
    List<String> attributes = section.texts("NonKeyAttributes");
    if (!attributes.isEmpty()) {
      projection.nonKeyAttributes(attributes);
    }
    return projection.build();
  }

  private static ProvisionedThroughput throughput(Section section) {
    return ProvisionedThroughput.builder()
        .readCapacityUnits((long) section.whole("ReadCapacityUnits").orElse(1))
        .writeCapacityUnits((long) section.whole("WriteCapacityUnits").orElse(1))
        .build();
  }

  private static void requireSameKeys(
      String place, CreateTableRequest wanted, TableDescription existing) {
    if (!wanted.keySchema().equals(existing.keySchema())) {
      throw new TemplateException(
          place, "the kept table has other keys than the template; start with a new data folder");
    }
  }
}

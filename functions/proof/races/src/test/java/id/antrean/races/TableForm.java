package id.antrean.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Keys and indexes of a table in the making. Keys are text unless said otherwise. */
final class TableForm {
  private final List<String> keys;
  private final List<GlobalSecondaryIndex> indexes = new ArrayList<>();
  private final List<String> indexed = new ArrayList<>();
  private Set<String> numbers = Set.of();

  TableForm(String... keys) {
    this.keys = List.of(keys);
  }

  /**
   * An index that holds little.
   *
   * @param included what it holds beside the keys
   */
  TableForm index(String name, List<String> included, String partition, String sort) {
    Projection projection =
        included.isEmpty()
            ? projecting(ProjectionType.KEYS_ONLY).build()
            : projecting(ProjectionType.INCLUDE).nonKeyAttributes(included).build();
    return index(name, projection, partition, sort);
  }

  private static Projection.Builder projecting(ProjectionType type) {
    return Projection.builder().projectionType(type);
  }

  private TableForm index(String name, Projection projection, String partition, String sort) {
    indexed.add(partition);
    indexed.add(sort);
    indexes.add(
        GlobalSecondaryIndex.builder()
            .indexName(name)
            .keySchema(schema(List.of(partition, sort)))
            .projection(projection)
            .build());
    return this;
  }

  TableForm numbers(String... names) {
    numbers = Set.of(names);
    return this;
  }

  void create(DynamoDbClient dynamo, String name) {
    dynamo.createTable(
        table -> {
          table
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(schema(keys))
              .attributeDefinitions(
                  Stream.concat(keys.stream(), indexed.stream())
                      .distinct()
                      .map(this::attribute)
                      .toList());
          if (!indexes.isEmpty()) {
            table.globalSecondaryIndexes(indexes);
          }
        });
  }

  private AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(numbers.contains(name) ? ScalarAttributeType.N : ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> schema(List<String> keys) {
    return keys.stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key)
                    .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }
}

package id.antrean.stack.deploy;

import id.antrean.stack.template.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Brings the indexes of a kept table to the template's, one after the other, as DynamoDB does it:
 * what is missing is filled from what the table holds, what is named no more goes. What an index
 * holds cannot be changed, so an index that is to hold something else needs another name.
 */
final class KeptIndexes {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final DynamoDbClient dynamoDb;
  private final CreateTableRequest wanted;
  private final String place;

  /**
   * @param place of the table in the template
   */
  KeptIndexes(DynamoDbClient dynamoDb, CreateTableRequest wanted, String place) {
    this.dynamoDb = dynamoDb;
    this.wanted = wanted;
    this.place = place;
  }

  void bringFrom(TableDescription kept) {
    Map<String, Shape> there =
        kept.globalSecondaryIndexes().stream()
            .collect(Collectors.toMap(GlobalSecondaryIndexDescription::indexName, Shape::of));
    Map<String, Shape> named =
        wanted.globalSecondaryIndexes().stream()
            .collect(Collectors.toMap(GlobalSecondaryIndex::indexName, Shape::of));
    there.forEach(
        (name, shape) -> {
          if (!shape.equals(named.getOrDefault(name, shape))) {
            throw changed(name);
          }
        });
    wanted.globalSecondaryIndexes().stream()
        .filter(index -> !there.containsKey(index.indexName()))
        .forEach(this::make);
    there.keySet().stream().filter(index -> !named.containsKey(index)).forEach(this::drop);
  }

  /** What of an index cannot be changed. */
  private record Shape(List<KeySchemaElement> keys, String type, Set<String> attributes) {

    static Shape of(GlobalSecondaryIndex index) {
      return of(index.keySchema(), index.projection());
    }

    static Shape of(GlobalSecondaryIndexDescription index) {
      return of(index.keySchema(), index.projection());
    }

    private static Shape of(List<KeySchemaElement> keys, Projection projection) {
      return new Shape(
          keys, projection.projectionTypeAsString(), Set.copyOf(projection.nonKeyAttributes()));
    }
  }

  private TemplateException changed(String index) {
    return new TemplateException(
        place,
        "the kept table's index "
            + index
            + " has other keys or holds other attributes, which DynamoDB cannot change;"
            + " give the index another name");
  }

  private void make(GlobalSecondaryIndex index) {
    Set<String> keys =
        index.keySchema().stream().map(KeySchemaElement::attributeName).collect(Collectors.toSet());
    update(
        wanted.attributeDefinitions().stream()
            .filter(attribute -> keys.contains(attribute.attributeName()))
            .toList(),
        GlobalSecondaryIndexUpdate.builder()
            .create(
                create ->
                    create
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .provisionedThroughput(index.provisionedThroughput()))
            .build());
  }

  private void drop(String index) {
    update(
        null,
        GlobalSecondaryIndexUpdate.builder().delete(delete -> delete.indexName(index)).build());
  }

  /**
   * @param keys of a new index
   */
  private void update(@Nullable List<AttributeDefinition> keys, GlobalSecondaryIndexUpdate change) {
    dynamoDb.updateTable(
        request ->
            request
                .tableName(wanted.tableName())
                .attributeDefinitions(keys)
                .globalSecondaryIndexUpdates(change));
    Waiter.builder(DescribeTableResponse.class)
        .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(KeptIndexes::isSettled))
        .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(response -> true))
        .overrideConfiguration(
            with ->
                with.maxAttempts((int) LONGEST.dividedBy(LOOK))
                    .waitTimeout(LONGEST)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(LOOK)))
        .build()
        .run(() -> dynamoDb.describeTable(request -> request.tableName(wanted.tableName())));
  }

  private static boolean isSettled(DescribeTableResponse response) {
    TableDescription table = response.table();
    return table.tableStatus() == TableStatus.ACTIVE
        && table.globalSecondaryIndexes().stream()
            .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
  }
}

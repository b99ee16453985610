package id.antrean.aws.applications;

import id.antrean.aws.Retry;
import id.antrean.domain.application.Application;
import id.antrean.domain.seat.FindGuards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads the guards table: both of an application's guards in one call. */
public final class DynamoGuards implements FindGuards {
  private static final int BUSY = 503;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoGuards(DynamoDbClient dynamo, String guardsTable) {
    this.dynamo = dynamo;
    this.table = guardsTable;
  }

  @Override
  public Guards find(Application application) {
    String person = GuardItem.person(application);
    String holds = GuardItem.holds(application);
    Map<String, Map<String, AttributeValue>> found = read(List.of(person, holds));
    return new Guards(
        GuardItem.holder(found.getOrDefault(person, Map.of())),
        GuardItem.holding(found.getOrDefault(holds, Map.of())));
  }

  private Map<String, Map<String, AttributeValue>> read(List<String> guards) {
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(guards.stream().map(GuardItem::key).toList())
            .consistentRead(true)
            .build();
    BatchGetItemResponse response = Retry.with("reading guards", () -> whole(Map.of(table, keys)));
    Map<String, Map<String, AttributeValue>> found = new HashMap<>();
    response
        .responses()
        .getOrDefault(table, List.of())
        .forEach(item -> found.put(item.getOrDefault("guard", AttributeValue.fromS("")).s(), item));
    return found;
  }

  /** Half an answer is none: what was left out is asked for again, as after throttling. */
  private BatchGetItemResponse whole(Map<String, KeysAndAttributes> keys) {
    BatchGetItemResponse response = dynamo.batchGetItem(batch -> batch.requestItems(keys));
    if (!response.unprocessedKeys().isEmpty()) {
      throw DynamoDbException.builder().message("keys were left out").statusCode(BUSY).build();
    }
    return response;
  }
}

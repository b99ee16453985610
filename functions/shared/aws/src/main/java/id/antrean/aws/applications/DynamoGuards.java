package id.antrean.aws.applications;

import id.antrean.aws.BatchRead;
import id.antrean.domain.application.Application;
import id.antrean.domain.seat.FindGuards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the guards table: both of an application's guards in one call. */
public final class DynamoGuards implements FindGuards {
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
    Map<String, Map<String, AttributeValue>> found = new HashMap<>();
    BatchRead.of(dynamo, "guards", table, guards.stream().map(GuardItem::key).toList())
        .forEach(item -> found.put(item.getOrDefault("guard", AttributeValue.fromS("")).s(), item));
    return found;
  }
}

package id.antrean.aws.allowance;

import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.CountUse;
import id.antrean.domain.allowance.Window;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Uses as counters of the guards table, an item for each window: one conditional write counts, and
 * at the limit nothing is written any more. The store clears a counter away some time after its
 * window.
 */
public final class DynamoUses implements CountUse {
  private final DynamoDbClient dynamo;
  private final String guards;

  public DynamoUses(DynamoDbClient dynamo, String guardsTable) {
    this.dynamo = dynamo;
    this.guards = guardsTable;
  }

  @Override
  public boolean count(Allowance allowance, String whose, Window window, int times, int limit) {
    if (limit < times) {
      return false;
    }
    try {
      Retry.with(
          "counting a use",
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(guards)
                          .key(key(allowance, whose, window))
                          .updateExpression("ADD uses :times SET forgetAt = :end")
                          .conditionExpression("attribute_not_exists(uses) OR uses <= :before")
                          .expressionAttributeValues(
                              new ItemWriter()
                                  .number(":times", times)
                                  .number(":before", limit - times)
                                  .number(":end", window.end().getEpochSecond())
                                  .attributes())));
      return true;
    } catch (ConditionalCheckFailedException atItsLimit) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(Allowance allowance, String whose, Window window) {
    return new ItemWriter()
        .text(
            "guard",
            String.join(
                "#",
                "uses",
                allowance.name(),
                window.length().toString(),
                Long.toString(window.start().getEpochSecond()),
                whose))
        .attributes();
  }
}

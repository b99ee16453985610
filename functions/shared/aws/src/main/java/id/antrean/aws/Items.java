package id.antrean.aws;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Reads items as they are, never as they were a moment ago. */
public final class Items {

  private Items() {}

  /**
   * The item under that key, if there is one.
   *
   * @param what is done, for the fault's message
   * @throws id.antrean.domain.Unavailable when the store did not answer
   */
  public static Optional<Map<String, AttributeValue>> find(
      DynamoDbClient dynamo, String table, Map<String, AttributeValue> key, String what) {
    return Optional.of(
            Retry.with(
                what,
                () -> dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true))))
        .filter(GetItemResponse::hasItem)
        .map(GetItemResponse::item);
  }
}

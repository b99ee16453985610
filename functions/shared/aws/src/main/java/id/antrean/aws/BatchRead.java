package id.antrean.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Several items of one table in one call, strongly consistent. Half an answer is none: what a busy
 * store left out is asked for again, as after throttling, and the rest is not.
 */
public final class BatchRead {
  /** How many items the store takes at once. */
  public static final int MOST = 100;

  private static final int BUSY = 503;

  private final DynamoDbClient dynamo;
  private final String table;
  private final List<Map<String, AttributeValue>> found = new ArrayList<>();
  private List<Map<String, AttributeValue>> wanted;

  private BatchRead(DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> wanted) {
    this.dynamo = dynamo;
    this.table = table;
    this.wanted = wanted;
  }

  /**
   * The items that there are, in no order.
   *
   * @param what is read, for a fault's message
   * @param keys of at most {@link #MOST} items, each once
   */
  public static List<Map<String, AttributeValue>> of(
      DynamoDbClient dynamo, String what, String table, List<Map<String, AttributeValue>> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    BatchRead read = new BatchRead(dynamo, table, keys);
    return Retry.with("reading " + what, read::rest);
  }

  private List<Map<String, AttributeValue>> rest() {
    KeysAndAttributes keys = KeysAndAttributes.builder().keys(wanted).consistentRead(true).build();
    BatchGetItemResponse answer =
        dynamo.batchGetItem(batch -> batch.requestItems(Map.of(table, keys)));
    found.addAll(answer.responses().getOrDefault(table, List.of()));
    if (answer.unprocessedKeys().isEmpty()) {
      return found;
    }
    wanted = answer.unprocessedKeys().getOrDefault(table, keys).keys();
    throw DynamoDbException.builder().message("keys were left out").statusCode(BUSY).build();
  }
}

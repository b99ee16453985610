package id.antrean.aws.payments;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.payment.CountOpenNotices;
import id.antrean.domain.payment.FindExceptions;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What is open in the payments table, by the index that has nothing else, the oldest first. */
public final class DynamoOpenNotices implements FindExceptions, CountOpenNotices {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoOpenNotices(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page open(int limit, @Nullable Place after) {
    QueryResponse page = page(State.EXCEPTION, after == null ? null : start(after), limit);
    List<NoticeId> items =
        page.items().stream().map(row -> NotificationItem.waiting(row).id()).toList();
    return new Page(
        items,
        page.hasLastEvaluatedKey()
            ? new Place(
                new ItemReader(page.lastEvaluatedKey()).instant("receivedAt"), items.getLast())
            : null);
  }

  @Override
  public Open unsettled() {
    return open(State.RECEIVED);
  }

  @Override
  public Open exceptions() {
    return open(State.EXCEPTION);
  }

  private Open open(State state) {
    int count = 0;
    Instant oldest = null;
    Map<String, AttributeValue> from = null;
    do {
      QueryResponse page = page(state, from, MOST - count);
      if (oldest == null && page.count() > 0) {
        oldest = new ItemReader(page.items().getFirst()).instant("receivedAt");
      }
      count += page.count();
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null && count < MOST);
    return new Open(count, oldest);
  }

  private QueryResponse page(State state, @Nullable Map<String, AttributeValue> from, int limit) {
    return Retry.with(
        "listing open notices",
        () ->
            dynamo.query(
                query ->
                    query
                        .tableName(table)
                        .indexName("openNotices")
                        .keyConditionExpression("openState = :state")
                        .expressionAttributeValues(
                            Map.of(":state", AttributeValue.fromS(state.name())))
                        .exclusiveStartKey(from)
                        .limit(limit)));
  }

  private static Map<String, AttributeValue> start(Place after) {
    ItemWriter start =
        new ItemWriter()
            .text("openState", State.EXCEPTION.name())
            .instant("receivedAt", after.receivedAt());
    start.attributes().putAll(NotificationItem.key(after.notice()));
    return start.attributes();
  }
}

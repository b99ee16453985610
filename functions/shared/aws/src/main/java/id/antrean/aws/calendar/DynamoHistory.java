package id.antrean.aws.calendar;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads what was changed of an office: a page is a Query. */
public final class DynamoHistory implements FindHistory {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoHistory(DynamoDbClient dynamo, String sessionsTable) {
    this.dynamo = dynamo;
    this.table = sessionsTable;
  }

  @Override
  public Page find(
      OfficeId office, Instant from, Instant until, int limit, @Nullable String after) {
    // Nothing has the place of a moment alone, so what a page begins after is never on it.
    String begin = after == null ? HistoryItem.place(from) : after + "\u0000";
    QueryResponse found =
        Retry.with(
            "reading an office's history",
            () ->
                dynamo.query(
                    query ->
                        query
                            .tableName(table)
                            .keyConditionExpression(
                                "officeMonth = :history AND slot BETWEEN :begin AND :end")
                            .expressionAttributeValues(
                                new ItemWriter()
                                    .text(":history", HistoryItem.partition(office))
                                    .text(":begin", begin)
                                    .text(":end", HistoryItem.place(until))
                                    .attributes())
                            .limit(limit + 1)
                            .consistentRead(true)));
    List<Map<String, AttributeValue>> page = found.items().stream().limit(limit).toList();
    // Of long records the store gives fewer at once than it is asked for.
    boolean more = found.items().size() > limit || found.hasLastEvaluatedKey();
    String next = more ? new ItemReader(page.getLast()).text("slot") : null;
    return new Page(page.stream().map(item -> HistoryItem.change(office, item)).toList(), next);
  }
}

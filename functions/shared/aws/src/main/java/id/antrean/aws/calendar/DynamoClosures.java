package id.antrean.aws.calendar;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.SessionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * An office's closures as a partition of the sessions table, each under its id, which begins with
 * its last day: those that are not over are one range. The keys under which they were asked for are
 * another, since a request under the same key may name another day.
 */
public final class DynamoClosures implements KeepClosures {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoClosures(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  private static String partition(OfficeId office) {
    return office + "#closures";
  }

  private static Map<String, AttributeValue> key(OfficeId office, ClosureId id) {
    return key(partition(office), id.value());
  }

  /** Where the id of the closure is that was asked for under the key of that one. */
  private static Map<String, AttributeValue> requestKey(Closure closure) {
    return key(closure.office() + "#closure-keys", closure.id().withoutDay());
  }

  private static Map<String, AttributeValue> key(String partition, String slot) {
    return new ItemWriter().text("officeMonth", partition).text("slot", slot).attributes();
  }

  @Override
  public boolean keep(Closure closure, OfficeChange change) {
    Lane lane = closure.lane();
    SessionId session = closure.session();
    ItemWriter item =
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .text("from", closure.from().toString())
            .text("to", closure.to().toString())
            .text("lane", lane == null ? null : lane.name())
            .text("session", session == null ? null : session.toString())
            .text("reason", closure.reason())
            .instant("at", closure.at())
            .text("by", closure.by())
            .text("digest", closure.digest())
            .number("lifted", closure.lifted() ? 1 : 0);
    item.attributes().putAll(key(closure.office(), closure.id()));
    List<TransactWriteItem> writes = new ArrayList<>(List.of(putNew(item)));
    if (closure.digest() != null) {
      ItemWriter asked = new ItemWriter().number("schema", 1).text("closure", closure.id().value());
      asked.attributes().putAll(requestKey(closure));
      writes.add(putNew(asked));
    }
    return together(writes, change);
  }

  private TransactWriteItem putNew(ItemWriter item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(slot)"))
        .build();
  }

  /** With the record of it; whether the conditions held. */
  private boolean together(List<TransactWriteItem> writes, OfficeChange change) {
    List<TransactWriteItem> all = new ArrayList<>(writes);
    all.add(HistoryItem.put(change, table));
    try {
      Retry.with("keeping a closure", () -> dynamo.transactWriteItems(it -> it.transactItems(all)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.anyFailed(cancelled)) {
        return false;
      }
      throw cancelled;
    }
  }

  @Override
  public Optional<Closure> inPlaceOf(Closure closure) {
    return find(closure.office(), closure.id())
        .or(
            () ->
                item(requestKey(closure))
                    .flatMap(
                        asked -> find(closure.office(), new ClosureId(asked.text("closure")))));
  }

  @Override
  public Optional<Closure> find(OfficeId office, ClosureId id) {
    return item(key(office, id)).map(found -> closure(office, found));
  }

  private Optional<ItemReader> item(Map<String, AttributeValue> key) {
    return Items.find(dynamo, table, key, "reading a closure").map(ItemReader::new);
  }

  @Override
  public List<Closure> endingFrom(OfficeId office, LocalDate day) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("officeMonth = :closures AND slot >= :day")
            .expressionAttributeValues(
                new ItemWriter()
                    .text(":closures", partition(office))
                    .text(":day", day.toString())
                    .attributes())
            .consistentRead(true)
            .build();
    return Retry.with(
            "reading closures", () -> dynamo.queryPaginator(query).items().stream().toList())
        .stream()
        .map(item -> closure(office, new ItemReader(item)))
        .toList();
  }

  @Override
  public boolean takeBack(Closure closure, OfficeChange change) {
    TransactWriteItem lift =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(closure.office(), closure.id()))
                        .updateExpression("SET lifted = :yes, requestId = :request")
                        .conditionExpression("lifted = :no")
                        .expressionAttributeValues(
                            new ItemWriter()
                                .number(":yes", 1)
                                .number(":no", 0)
                                .text(":request", CurrentRequest.id())
                                .attributes()))
            .build();
    return together(List.of(lift), change);
  }

  private static Closure closure(OfficeId office, ItemReader item) {
    String lane = item.textOrNull("lane");
    String session = item.textOrNull("session");
    return new Closure(
        new ClosureId(item.text("slot")),
        office,
        LocalDate.parse(item.text("from")),
        LocalDate.parse(item.text("to")),
        lane == null ? null : Lane.valueOf(lane),
        session == null ? null : SessionId.parse(session).orElseThrow(),
        item.text("reason"),
        item.instant("at"),
        item.text("by"),
        item.textOrNull("digest"),
        item.integer("lifted") == 1);
  }
}

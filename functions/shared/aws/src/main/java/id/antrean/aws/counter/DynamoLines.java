package id.antrean.aws.counter;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Lines in the counter table, each one item. A step is one transaction on the version that was
 * read: two desks that call at once cannot both be first.
 */
public final class DynamoLines implements KeepLine {
  /** How long a request's key counts. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  /** Who came on a day is looked up for as long after it, by what is marked by schedule. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoLines(DynamoDbClient dynamo, String counterTable) {
    this.dynamo = dynamo;
    this.table = counterTable;
  }

  @Override
  public Line find(OfficeId office, LocalDate date) {
    return read("reading a line", CounterItem.line(office, date))
        .map(item -> LineItem.line(office, date, item))
        .orElseGet(() -> Line.nobodyYet(office, date));
  }

  @Override
  public Optional<Asked> asked(OfficeId office, LocalDate date, String key, Instant now) {
    return read("reading what was asked", CounterItem.asked(office, date, key))
        .filter(item -> item.instant("until").isAfter(now))
        .map(
            item ->
                new Asked(
                    key,
                    item.text("digest"),
                    item.integer("number"),
                    new ApplicationId(item.text("application"))));
  }

  private Optional<ItemReader> read(String what, Map<String, AttributeValue> key) {
    return Items.find(dynamo, table, key, what).map(ItemReader::new);
  }

  /**
   * A step whose answer was lost is refused when it is tried again, though it was taken: the item
   * then says that this very request wrote the next version.
   */
  @Override
  public boolean keep(Line before, Line after, @Nullable Asked request, Instant now) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(step(before, after.atVersion(before.version() + 1), now));
    if (request != null) {
      writes.add(remember(before, request, now));
    }
    try {
      Retry.with(
          "changing a line", () -> dynamo.transactWriteItems(it -> it.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.anyFailed(cancelled)) {
        return wasTaken(before, after);
      }
      throw cancelled;
    }
  }

  private boolean wasTaken(Line before, Line after) {
    return read("reading a line", CounterItem.line(before.office(), before.date()))
        .filter(item -> item.text("requestId").equals(CurrentRequest.id()))
        .map(item -> LineItem.line(before.office(), before.date(), item))
        .filter(after.atVersion(before.version() + 1)::equals)
        .isPresent();
  }

  private TransactWriteItem step(Line before, Line after, Instant now) {
    ItemWriter item =
        CounterItem.until(now.plus(KEPT), CounterItem.line(before.office(), before.date()));
    LineItem.write(after, item);
    return TransactWriteItem.builder()
        .put(
            put -> {
              put.tableName(table).item(item.attributes());
              if (before.version() == 0) {
                put.conditionExpression("attribute_not_exists(id)");
              } else {
                put.conditionExpression("#version = :version")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(
                        new ItemWriter().number(":version", before.version()).attributes());
              }
            })
        .build();
  }

  private TransactWriteItem remember(Line line, Asked request, Instant now) {
    ItemWriter item =
        CounterItem.until(
                now.plus(REMEMBERED), CounterItem.asked(line.office(), line.date(), request.key()))
            .text("digest", request.digest())
            .number("number", request.number())
            .text("application", request.application().value())
            .instant("until", now.plus(REMEMBERED));
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(id) OR #until <= :now")
                    .expressionAttributeNames(Map.of("#until", "until"))
                    .expressionAttributeValues(new ItemWriter().instant(":now", now).attributes()))
        .build();
  }
}

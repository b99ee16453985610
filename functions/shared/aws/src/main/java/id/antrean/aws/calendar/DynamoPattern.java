package id.antrean.aws.calendar;

import id.antrean.aws.Conditions;
import id.antrean.aws.Retry;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Lays out days from a pattern. A day's sessions and its marker are one transaction over items that
 * nobody has yet: an officer who sets the day at the same moment comes wholly before it or wholly
 * after it, and no crash leaves half a day. A batch write could not carry the condition, and single
 * writes could put a session into a day that an officer has set meanwhile.
 */
public final class DynamoPattern implements LayOutDay {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoPattern(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<LocalDate, Setting> laidOut(OfficeId office, YearMonth month) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("officeMonth = :month")
            .filterExpression("attribute_exists(#sessions)")
            .expressionAttributeNames(Map.of("#sessions", DayItem.SESSIONS))
            .expressionAttributeValues(
                Map.of(":month", AttributeValue.fromS(SessionItem.partition(office, month))))
            .consistentRead(true)
            .build();
    return Retry.with(
            "reading which days are laid out",
            () -> dynamo.queryPaginator(query).items().stream().toList())
        .stream()
        .map(item -> DayItem.setting(item, DayItem.date(item, month)))
        .collect(
            Collectors.toUnmodifiableMap(setting -> setting.plan().date(), setting -> setting));
  }

  @Override
  public boolean layOut(OfficeId office, DayPlan plan, List<Session> sessions, Instant at) {
    List<TransactWriteItem> writes =
        Stream.concat(Stream.of(marker(office, plan, at)), sessions.stream().map(SessionItem::of))
            .map(this::putIfAbsent)
            .toList();
    try {
      // A lost answer is asked for again: the day is laid out then, which is what was wanted.
      Retry.with(
          "laying out a day", () -> dynamo.transactWriteItems(it -> it.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.anyFailed(cancelled)) {
        return false;
      }
      throw cancelled;
    }
  }

  private static Map<String, AttributeValue> marker(OfficeId office, DayPlan plan, Instant at) {
    Map<String, AttributeValue> item =
        DayItem.plan(plan)
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .number("revision", 1)
            .text("setByRole", Planner.CALENDAR.role())
            .text("setBy", Planner.CALENDAR.name())
            .instant("setAt", at)
            .attributes();
    item.putAll(DayItem.key(office, plan.date()));
    return item;
  }

  private TransactWriteItem putIfAbsent(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table).item(item).conditionExpression("attribute_not_exists(slot)"))
        .build();
  }
}

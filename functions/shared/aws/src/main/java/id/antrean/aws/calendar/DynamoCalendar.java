package id.antrean.aws.calendar;

import id.antrean.aws.Retry;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.Session;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the calendar: a month or a day of an office is one Query. */
public final class DynamoCalendar implements FindMonth, FindDay {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoCalendar(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Session> find(OfficeId office, YearMonth month) {
    return sessions(
        query(
            "reading a month",
            query ->
                query
                    .keyConditionExpression("officeMonth = :month")
                    .expressionAttributeValues(
                        Map.of(
                            ":month",
                            AttributeValue.fromS(SessionItem.partition(office, month))))));
  }

  @Override
  public CalendarDay find(OfficeId office, LocalDate date) {
    List<Map<String, AttributeValue>> items =
        query(
            "reading a day",
            query ->
                query
                    .keyConditionExpression("officeMonth = :month AND begins_with(slot, :day)")
                    .expressionAttributeValues(
                        Map.of(
                            ":month",
                                AttributeValue.fromS(
                                    SessionItem.partition(office, YearMonth.from(date))),
                            ":day", AttributeValue.fromS(DayItem.prefix(date))))
                    .consistentRead(true));
    Optional<CalendarDay.Setting> setting =
        items.stream()
            .filter(item -> !SessionItem.isSession(item))
            .findFirst()
            .map(item -> DayItem.setting(item, date));
    return new CalendarDay(setting, sessions(items));
  }

  private List<Map<String, AttributeValue>> query(
      String what, Consumer<QueryRequest.Builder> question) {
    QueryRequest query = QueryRequest.builder().tableName(table).applyMutation(question).build();
    return Retry.with(what, () -> dynamo.queryPaginator(query).items().stream().toList());
  }

  private static List<Session> sessions(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(SessionItem::isSession).map(SessionItem::session).toList();
  }
}

package id.antrean.aws.calendar;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes what officers set, one named-attribute update an item; a day's plan with the record of it
 * in one transaction. No update names {@code seats}, so a claim at the same moment loses nothing;
 * no transaction touches a session, so that claims are never cancelled by one.
 */
public final class DynamoArrangement implements ArrangeDay {

  /** Of two settings at once the later one counts, in whatever order their writes come. */
  private static final String NOT_OVERTAKEN =
      "(attribute_not_exists(revision) OR revision <= :revision)";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoArrangement(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Placing putInForce(
      OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
    Setting next = Setting.after(before, plan, by);
    OfficeChange change =
        new OfficeChange(
            office,
            at,
            by.role(),
            by.name(),
            OfficeChange.Kind.DAY,
            plan.date(),
            before == null ? List.of() : OfficeChange.lines(before.plan()),
            OfficeChange.lines(plan));
    List<TransactWriteItem> writes =
        List.of(day(office, next, by, at, before), HistoryItem.put(change, table));
    try {
      Retry.with(
          "putting a day's plan in force",
          () -> dynamo.transactWriteItems(it -> it.transactItems(writes)));
      return new InForce(next);
    } catch (TransactionCanceledException cancelled) {
      CancellationReason why = cancelled.cancellationReasons().getFirst();
      if (!Conditions.failed(why)) {
        throw cancelled;
      }
      return overtakenBy(why.hasItem() ? why.item() : Map.of(), plan, by);
    }
  }

  private TransactWriteItem day(
      OfficeId office, Setting next, Planner by, Instant at, @Nullable Setting before) {
    DayPlan plan = next.plan();
    Map<String, AttributeValue> values = new HashMap<>();
    DayItem.plan(plan)
        .number("schema", 1)
        .text("requestId", CurrentRequest.id())
        .text("setByRole", by.role())
        .text("setBy", by.name())
        .instant("setAt", at)
        .number("revision", next.revision())
        .attributes()
        .forEach((name, value) -> values.put(":" + name, value));
    values.put(":unfinished", DayItem.unfinished(Set.of(next.revision())));
    if (before != null) {
      values.put(":before", AttributeValue.fromN(Integer.toString(before.revision())));
    }
    String opening =
        (plan.opensAt() == null ? "" : ", opensAt = :opensAt")
            + (plan.releases().isEmpty() ? "" : ", releases = :releases")
            + removing(plan);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(DayItem.key(office, plan.date()))
                    .updateExpression(
                        "SET revision = :revision, #schema = :schema, requestId = :requestId,"
                            + " #sessions = :sessions, setByRole = :setByRole, setBy = :setBy,"
                            + " setAt = :setAt"
                            + opening
                            + " ADD unfinished :unfinished")
                    .conditionExpression(
                        before == null ? "attribute_not_exists(revision)" : "revision = :before")
                    .expressionAttributeNames(
                        Map.of("#schema", "schema", "#sessions", DayItem.SESSIONS))
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /** What the day has no more. */
  private static String removing(DayPlan plan) {
    if (!plan.releases().isEmpty()) {
      return "";
    }
    return plan.opensAt() == null ? " REMOVE opensAt, releases" : " REMOVE releases";
  }

  /** Where it was overtaken by itself, the answer of the first try was lost. */
  private static Placing overtakenBy(Map<String, AttributeValue> found, DayPlan plan, Planner by) {
    if (found.isEmpty()) {
      return new Overtaken(0);
    }
    ItemReader item = new ItemReader(found);
    Setting setting = DayItem.setting(found, plan.date());
    boolean own =
        setting.plan().equals(plan)
            && item.text("requestId").equals(CurrentRequest.id())
            && item.text("setByRole").equals(by.role())
            && item.text("setBy").equals(by.name());
    return own ? new InForce(setting) : new Overtaken(setting.revision());
  }

  @Override
  public void offer(Session planned, int revision) {
    // A closure may come or go between the two: then the first fits again.
    var _ =
        offerUnlessClosed(planned, revision)
            || offerClosed(planned, revision)
            || offerUnlessClosed(planned, revision);
  }

  private boolean offerUnlessClosed(Session planned, int revision) {
    ItemWriter values = planned(planned, revision).text("state", planned.state().name());
    return update(
        planned.id(),
        setting(planned, ", #state = :state"),
        NOT_OVERTAKEN + " AND attribute_not_exists(closures)",
        Map.of("#schema", "schema", "#zone", "zone", "#minutes", "minutes", "#state", "state"),
        values);
  }

  /** What a closure keeps closed stays so, and is what is planned once that is taken back. */
  private boolean offerClosed(Session planned, int revision) {
    return update(
        planned.id(),
        setting(planned, ""),
        NOT_OVERTAKEN + " AND attribute_exists(closures)",
        Map.of("#schema", "schema", "#zone", "zone", "#minutes", "minutes"),
        planned(planned, revision));
  }

  private static String setting(Session planned, String more) {
    return "SET #schema = :schema, requestId = :requestId, revision = :revision, #zone = :zone,"
        + " #minutes = :minutes, quota = :quota, opensAt = :opensAt"
        + more
        + (planned.releases().isEmpty() ? " REMOVE releases" : ", releases = :releases");
  }

  private static ItemWriter planned(Session planned, int revision) {
    ItemWriter values =
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .number("revision", revision)
            .text("zone", planned.zone().getId())
            .number("minutes", planned.length().toMinutes())
            .number("quota", planned.quota())
            .instant("opensAt", planned.opensAt());
    SessionItem.writeReleases(planned.releases(), values);
    return values;
  }

  @Override
  public void close(SessionId session, int revision) {
    var _ =
        update(
            session,
            "SET requestId = :requestId, revision = :revision, #state = :state",
            "attribute_exists(slot) AND " + NOT_OVERTAKEN,
            Map.of("#state", "state"),
            new ItemWriter()
                .text("requestId", CurrentRequest.id())
                .number("revision", revision)
                .text("state", Session.State.CLOSED.name()));
  }

  @Override
  public void finished(OfficeId office, LocalDate date, Set<Integer> revisions) {
    UpdateItemRequest update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(DayItem.key(office, date))
            .updateExpression("DELETE unfinished :revisions")
            .expressionAttributeValues(Map.of(":revisions", DayItem.unfinished(revisions)))
            .build();
    Retry.with("finishing the setting of a day", () -> dynamo.updateItem(update));
  }

  /** Whether the condition held. */
  private boolean update(
      SessionId session,
      String expression,
      String condition,
      Map<String, String> names,
      ItemWriter values) {
    Map<String, AttributeValue> bound = new HashMap<>();
    values.attributes().forEach((name, value) -> bound.put(":" + name, value));
    UpdateItemRequest update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(SessionItem.key(session))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(bound)
            .build();
    try {
      Retry.with("setting a session", () -> dynamo.updateItem(update));
      return true;
    } catch (ConditionalCheckFailedException overtaken) {
      return false;
    }
  }
}

package id.antrean.aws.calendar;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes what officers set, one named-attribute update an item. No update names {@code seats}, so a
 * claim at the same moment loses nothing; no transaction touches a session, so that claims are
 * never cancelled by one.
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
      OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Integer ifVersion) {
    Map<String, AttributeValue> values = new HashMap<>();
    DayItem.plan(plan)
        .number("schema", 1)
        .text("requestId", CurrentRequest.id())
        .text("setByRole", by.role())
        .text("setBy", by.name())
        .instant("setAt", at)
        .attributes()
        .forEach((name, value) -> values.put(":" + name, value));
    values.put(":one", AttributeValue.fromN("1"));
    String opening = plan.opensAt() == null ? " REMOVE opensAt" : ", opensAt = :opensAt";
    UpdateItemRequest.Builder update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(DayItem.key(office, plan.date()))
            .updateExpression(
                "ADD revision :one SET #schema = :schema, requestId = :requestId,"
                    + " #sessions = :sessions, setByRole = :setByRole, setBy = :setBy,"
                    + " setAt = :setAt"
                    + opening)
            .expressionAttributeNames(Map.of("#schema", "schema", "#sessions", DayItem.SESSIONS))
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (ifVersion != null && ifVersion == 0) {
      update.conditionExpression("attribute_not_exists(revision)");
    } else if (ifVersion != null) {
      update.conditionExpression("revision = :version");
      values.put(":version", AttributeValue.fromN(Integer.toString(ifVersion)));
    }
    return put(update.expressionAttributeValues(values).build(), plan, by);
  }

  private Placing put(UpdateItemRequest update, DayPlan plan, Planner by) {
    try {
      // Repeated after a lost answer without a condition, it raises the revision once more, which
      // does no harm.
      return Retry.with(
          "putting a day's plan in force",
          () -> new InForce(DayItem.setting(dynamo.updateItem(update).attributes(), plan.date())));
    } catch (ConditionalCheckFailedException overtaken) {
      return overtakenBy(overtaken.item(), plan, by);
    }
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
    update(
        planned.id(),
        "SET #schema = :schema, requestId = :requestId, revision = :revision, #zone = :zone,"
            + " #minutes = :minutes, quota = :quota, #state = :state, opensAt = :opensAt",
        NOT_OVERTAKEN,
        Map.of("#schema", "schema", "#zone", "zone", "#minutes", "minutes", "#state", "state"),
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .number("revision", revision)
            .text("zone", planned.zone().getId())
            .number("minutes", planned.length().toMinutes())
            .number("quota", planned.quota())
            .text("state", planned.state().name())
            .instant("opensAt", planned.opensAt()));
  }

  @Override
  public void close(SessionId session, int revision) {
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

  private void update(
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
    } catch (ConditionalCheckFailedException overtaken) {
      return;
    }
  }
}

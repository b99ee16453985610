package id.antrean.aws.offices;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.aws.calendar.HistoryItem;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ChangeOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Changes offices where they stand: a named-attribute update with the record of it beside. */
public final class DynamoOfficeChanges implements ChangeOffice {
  private final DynamoDbClient dynamo;
  private final String offices;
  private final String sessions;

  /**
   * @param sessionsTable where an office's history is
   */
  public DynamoOfficeChanges(DynamoDbClient dynamo, String officesTable, String sessionsTable) {
    this.dynamo = dynamo;
    this.offices = officesTable;
    this.sessions = sessionsTable;
  }

  private static Map<String, AttributeValue> key(OfficeId id) {
    return new ItemWriter().text("id", id.value()).attributes();
  }

  @Override
  public Optional<Standing> find(OfficeId id) {
    return item(id).map(DynamoOfficeChanges::standing);
  }

  private Optional<Map<String, AttributeValue>> item(OfficeId id) {
    return Items.find(dynamo, offices, key(id), "reading an office");
  }

  private static Standing standing(Map<String, AttributeValue> item) {
    return new Standing(
        OfficeItem.office(item), Math.toIntExact(new ItemReader(item).numberOr("version", 0)));
  }

  @Override
  public boolean save(Standing before, Office after, OfficeChange change) {
    List<TransactWriteItem> writes =
        List.of(update(before, after), HistoryItem.put(change, sessions));
    try {
      Retry.with(
          "changing an office", () -> dynamo.transactWriteItems(it -> it.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.firstFailed(cancelled)) {
        return isOwn(before);
      }
      throw cancelled;
    }
  }

  /** Whether the answer of a first try was lost. */
  private boolean isOwn(Standing before) {
    return item(before.office().id())
        .map(item -> new ItemReader(item).textOrNull("changedBy"))
        .filter(by -> by.equals(changedBy(before.version() + 1)))
        .isPresent();
  }

  private static String changedBy(int version) {
    return CurrentRequest.id() + "#" + version;
  }

  private TransactWriteItem update(Standing before, Office after) {
    int version = before.version() + 1;
    Map<String, AttributeValue> decided =
        OfficeItem.decided(after)
            .number("version", version)
            .text("changedBy", changedBy(version))
            .attributes();
    Map<String, String> names = new HashMap<>(Map.of("#version", "version"));
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> set = new ArrayList<>();
    decided.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
          set.add("#" + name + " = :" + name);
        });
    if (before.version() > 0) {
      values.put(":before", AttributeValue.fromN(Integer.toString(before.version())));
    }
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(offices)
                    .key(key(after.id()))
                    .updateExpression("SET " + String.join(", ", set))
                    .conditionExpression(
                        before.version() == 0
                            ? "attribute_exists(id) AND attribute_not_exists(#version)"
                            : "#version = :before")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }
}

package id.antrean.aws.payments;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepResolution;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Bills and notifications in the payments table. */
public final class DynamoPayments
    implements FindBill, KeepNotification, KeepResolution, FindNotices {
  /** How many are taken up by one sweep; the next finds the rest. */
  private static final int PAGE = 100;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoPayments(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<ApplicationId> applicationOf(BillingCode code) {
    return item(new ItemWriter()
            .text("billingCode", code.value())
            .text("part", "bill")
            .attributes())
        .map(found -> new ApplicationId(new ItemReader(found).text("application")));
  }

  @Override
  public Optional<StoredNotification> find(NoticeId id) {
    return item(NotificationItem.key(id)).map(NotificationItem::notification);
  }

  /** The notice and one more on its bill's count, or neither. */
  @Override
  public StoredNotification keepUnconfirmed(StoredNotification notification, int most) {
    try {
      Retry.with(
          "keeping a notification",
          () ->
              dynamo.transactWriteItems(
                  transaction ->
                      transaction.transactItems(
                          put(notification), count(notification.notification(), most))));
      return notification;
    } catch (TransactionCanceledException cancelled) {
      CancellationReason known = cancelled.cancellationReasons().getFirst();
      return Conditions.failed(known)
          ? NotificationItem.notification(known.item())
          : notification.counted();
    }
  }

  private TransactWriteItem put(StoredNotification notification) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(NotificationItem.of(notification))
                    .conditionExpression("attribute_not_exists(billingCode)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private TransactWriteItem count(PaymentNotification notification, int most) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(
                        new ItemWriter()
                            .text("billingCode", notification.reference())
                            .text("part", "unconfirmed")
                            .attributes())
                    .updateExpression("ADD notices :one")
                    .conditionExpression("attribute_not_exists(notices) OR notices < :most")
                    .expressionAttributeValues(
                        Map.of(
                            ":one", AttributeValue.fromN("1"),
                            ":most", AttributeValue.fromN(Integer.toString(most)))))
        .build();
  }

  @Override
  public StoredNotification resolve(StoredNotification notification) {
    try {
      Retry.with(
          "keeping a notification",
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(table)
                          .item(NotificationItem.of(notification))
                          .conditionExpression(NotificationItem.NEW_OR_REPLACEABLE)
                          .expressionAttributeNames(NotificationItem.NAMES)
                          .expressionAttributeValues(NotificationItem.VALUES)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return notification;
    } catch (ConditionalCheckFailedException known) {
      return NotificationItem.notification(known.item());
    }
  }

  @Override
  public boolean postpone(WaitingNotice.Kept seen, Asking next) {
    try {
      Retry.with(
          "postponing a notification",
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(NotificationItem.key(seen.id()))
                          .updateExpression("SET asked = :asked, askedNext = :next")
                          .conditionExpression(
                              "#state = :received"
                                  + " AND (asked = :before OR attribute_not_exists(asked))")
                          .expressionAttributeNames(Map.of("#state", "state"))
                          .expressionAttributeValues(
                              Map.of(
                                  ":received", AttributeValue.fromS(State.RECEIVED.name()),
                                  ":before", number(seen.asked()),
                                  ":asked", number(next.asked()),
                                  ":next", number(next.next().toEpochMilli())))));
      return true;
    } catch (ConditionalCheckFailedException somebodyElseDid) {
      return false;
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  @Override
  public List<WaitingNotice.Kept> toBeAskedBefore(Instant moment) {
    List<WaitingNotice.Kept> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      QueryResponse page = waiting(moment, from);
      page.items().stream().map(NotificationItem::waiting).forEach(found::add);
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null && found.size() < PAGE);
    return found;
  }

  private QueryResponse waiting(Instant moment, @Nullable Map<String, AttributeValue> from) {
    return Retry.with(
        "listing open notifications",
        () ->
            dynamo.query(
                query ->
                    query
                        .tableName(table)
                        .indexName("openNotices")
                        .keyConditionExpression("openState = :state AND receivedAt < :moment")
                        .filterExpression("attribute_not_exists(askedNext) OR askedNext < :moment")
                        .expressionAttributeValues(
                            Map.of(
                                ":state", AttributeValue.fromS(State.RECEIVED.name()),
                                ":moment", number(moment.toEpochMilli())))
                        .exclusiveStartKey(from)
                        .limit(PAGE)));
  }

  // ---- What a person has to look at ----

  @Override
  public Optional<Resolution> resolutionOf(NoticeId notice) {
    return item(NotificationItem.key(notice)).flatMap(ResolutionItem::of);
  }

  @Override
  public boolean write(NoticeId notice, Resolution next) {
    Update write = ResolutionItem.write(table, notice, next);
    try {
      Retry.with(
          "resolving an exception",
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(write.tableName())
                          .key(write.key())
                          .updateExpression(write.updateExpression())
                          .conditionExpression(write.conditionExpression())
                          .expressionAttributeNames(write.expressionAttributeNames())
                          .expressionAttributeValues(write.expressionAttributeValues())));
      return true;
    } catch (ConditionalCheckFailedException somebodyWasFaster) {
      return false;
    }
  }

  @Override
  public List<StoredNotification> ofBill(BillingCode bill) {
    return itemsOfBill(bill, PAGE).stream().map(NotificationItem::notification).toList();
  }

  @Override
  public List<NoticeRow> rowsOfBill(BillingCode bill) {
    return itemsOfBill(bill, Integer.MAX_VALUE).stream().map(NotificationItem::row).toList();
  }

  /** So many at the most; a page of the store ends by its bytes too, and is read on from there. */
  private List<Map<String, AttributeValue>> itemsOfBill(BillingCode bill, int most) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      QueryResponse page = ofBill(bill, from);
      found.addAll(page.items());
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null && found.size() < most);
    return found.subList(0, Math.min(most, found.size()));
  }

  private QueryResponse ofBill(BillingCode bill, @Nullable Map<String, AttributeValue> from) {
    return Retry.with(
        "reading what was told of a bill",
        () ->
            dynamo.query(
                query ->
                    query
                        .tableName(table)
                        .keyConditionExpression("billingCode = :code AND begins_with(part, :event)")
                        .expressionAttributeValues(
                            new ItemWriter()
                                .text(":code", bill.value())
                                .text(":event", "event#")
                                .attributes())
                        .exclusiveStartKey(from)
                        .consistentRead(true)
                        .limit(PAGE)));
  }

  @Override
  public List<NoticeRow> ofDay(LocalDate day) {
    List<NoticeRow> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      QueryResponse page = ofDay(day, from);
      page.items().stream().map(NotificationItem::row).forEach(found::add);
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null);
    return found;
  }

  private QueryResponse ofDay(LocalDate day, @Nullable Map<String, AttributeValue> from) {
    return Retry.with(
        "reading the notices of a day",
        () ->
            dynamo.query(
                query ->
                    query
                        .tableName(table)
                        .indexName("noticesOfDay")
                        .keyConditionExpression("#day = :day")
                        .expressionAttributeNames(Map.of("#day", "day"))
                        .expressionAttributeValues(
                            new ItemWriter().text(":day", day.toString()).attributes())
                        .exclusiveStartKey(from)));
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    return Items.find(dynamo, table, key, "reading a payment");
  }
}

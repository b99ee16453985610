package id.antrean.aws.payments;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Patience;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Bills and notifications in the payments table. */
public final class DynamoPayments implements FindBill, KeepNotification {
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
  public Optional<StoredNotification> find(PaymentNotification notification) {
    return item(NotificationItem.key(notification)).map(NotificationItem::notification);
  }

  @Override
  public StoredNotification keep(StoredNotification notification) {
    return put(notification, "attribute_not_exists(billingCode)", Map.of(), Map.of());
  }

  @Override
  public StoredNotification resolve(StoredNotification notification) {
    return put(
        notification,
        NotificationItem.NEW_OR_RECEIVED,
        NotificationItem.NAMES,
        NotificationItem.VALUES);
  }

  @Override
  public List<StoredNotification> receivedBefore(Instant moment) {
    return Patience.with(
            "listing open notifications",
            () ->
                dynamo.query(
                    query ->
                        query
                            .tableName(table)
                            .indexName("openNotifications")
                            .keyConditionExpression("openState = :state AND receivedAt < :moment")
                            .expressionAttributeValues(
                                Map.of(
                                    ":state", AttributeValue.fromS(State.RECEIVED.name()),
                                    ":moment",
                                        AttributeValue.fromN(Long.toString(moment.toEpochMilli()))))
                            .limit(100)))
        .items()
        .stream()
        .map(NotificationItem::notification)
        .toList();
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    return Optional.of(
            Patience.with(
                "reading a payment",
                () -> dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true))))
        .filter(GetItemResponse::hasItem)
        .map(GetItemResponse::item);
  }

  private StoredNotification put(
      StoredNotification notification,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    try {
      Patience.with(
          "keeping a notification",
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(table)
                          .item(NotificationItem.of(notification))
                          .conditionExpression(condition)
                          .expressionAttributeNames(names.isEmpty() ? null : names)
                          .expressionAttributeValues(values.isEmpty() ? null : values)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return notification;
    } catch (ConditionalCheckFailedException known) {
      return NotificationItem.notification(known.item());
    }
  }
}

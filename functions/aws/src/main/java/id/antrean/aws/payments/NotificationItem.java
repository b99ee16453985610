package id.antrean.aws.payments;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Retention;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A notification as an item of the payments table, beside the bill it is for. */
public final class NotificationItem {

  /** A notice may be written when it is new, or when it stands RECEIVED and is now decided. */
  public static final String NEW_OR_RECEIVED =
      "attribute_not_exists(billingCode) OR #state = :received";

  public static final Map<String, String> NAMES = Map.of("#state", "state");
  public static final Map<String, AttributeValue> VALUES =
      Map.of(":received", AttributeValue.fromS(State.RECEIVED.name()));

  private NotificationItem() {}

  static Map<String, AttributeValue> key(PaymentNotification notification) {
    return new ItemWriter()
        .text("billingCode", notification.reference())
        .text("part", "event#" + notification.aggregator() + "#" + notification.eventId())
        .attributes();
  }

  /** The item; RECEIVED and EXCEPTION also stand in the index of what is open. */
  public static Map<String, AttributeValue> of(StoredNotification stored) {
    PaymentNotification notification = stored.notification();
    ItemWriter item =
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .text("aggregator", notification.aggregator())
            .text("eventId", notification.eventId())
            .text("paymentId", notification.paymentId())
            .number("amount", notification.amount())
            .text("currency", notification.currency())
            .text("kind", notification.kind().name())
            .instant("paidAt", notification.paidAt())
            .text("channel", notification.channel())
            .text("ntpn", notification.ntpn())
            .text("rawId", stored.raw().id())
            .text("rawBody", stored.raw().body())
            .instant("receivedAt", stored.receivedAt())
            .instant("retainUntil", Retention.until("notification", stored.receivedAt()))
            .text("state", stored.state().name())
            .text("reason", stored.why() == null ? null : stored.why().name());
    if (stored.state() == State.RECEIVED || stored.state() == State.EXCEPTION) {
      item.text("openState", stored.state().name());
    }
    item.attributes().putAll(key(notification));
    return item.attributes();
  }

  public static StoredNotification notification(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    String reason = item.textOrNull("reason");
    return new StoredNotification(
        new PaymentNotification(
            item.text("aggregator"),
            item.text("eventId"),
            item.text("paymentId"),
            item.text("billingCode"),
            item.number("amount"),
            item.text("currency"),
            PaymentNotification.Kind.valueOf(item.text("kind")),
            item.instant("paidAt"),
            item.textOrNull("channel"),
            item.textOrNull("ntpn")),
        new RawNotification(
            item.text("aggregator"),
            item.text("rawId"),
            item.text("rawBody"),
            item.instant("receivedAt")),
        State.valueOf(item.text("state")),
        reason == null ? null : ExceptionReason.valueOf(reason));
  }
}

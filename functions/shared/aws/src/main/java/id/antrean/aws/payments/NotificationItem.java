package id.antrean.aws.payments;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A notification as an item of the payments table, beside the bill it is for. */
public final class NotificationItem {

  /** {@link StoredNotification#replaceable}, as a condition of the store. */
  public static final String NEW_OR_REPLACEABLE =
      "attribute_not_exists(billingCode) OR #state = :received OR (#reason = :unconfirmed AND attribute_not_exists(resolution))"
          + " OR (#state = :noted AND #kind = :failed)";

  public static final Map<String, String> NAMES =
      Map.of("#state", "state", "#reason", "reason", "#kind", "kind");
  public static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":received", AttributeValue.fromS(State.RECEIVED.name()),
          ":unconfirmed", AttributeValue.fromS(ExceptionReason.NOT_CONFIRMED_BY_SENDER.name()),
          ":noted", AttributeValue.fromS(State.NOTED.name()),
          ":failed", AttributeValue.fromS(Kind.FAILED.name()));

  private NotificationItem() {}

  static Map<String, AttributeValue> key(NoticeId id) {
    return new ItemWriter()
        .text("billingCode", id.reference())
        .text("part", "event#" + id.aggregator() + "#" + id.eventId())
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
            .number("returnedInAll", notification.returnedInAll())
            .text("currency", notification.currency())
            .text("kind", notification.kind().name())
            .instant("paidAt", notification.paidAt())
            .text("channel", notification.channel())
            .text("ntpn", notification.ntpn())
            .text("rawId", stored.raw().id())
            .text("rawBody", stored.raw().body())
            .map("rawHeaders", headers(stored.raw()))
            .instant("receivedAt", stored.receivedAt())
            .text("day", day(stored.receivedAt()))
            .kept("retainUntil", "notification", stored.receivedAt())
            .text("state", stored.state().name())
            .text("reason", stored.why() == null ? null : stored.why().name());
    if (stored.state() == State.RECEIVED || stored.state() == State.EXCEPTION) {
      item.text("openState", stored.state().name());
    }
    if (stored.asking() != null) {
      item.number("asked", stored.asking().asked()).instant("askedNext", stored.asking().next());
    }
    item.attributes().putAll(key(notification.id()));
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
            item.numberOr("returnedInAll", PaymentNotification.NOT_TOLD),
            item.text("currency"),
            Kind.valueOf(item.text("kind")),
            item.instant("paidAt"),
            item.textOrNull("channel"),
            item.textOrNull("ntpn")),
        new RawNotification(
            item.text("aggregator"),
            item.text("rawId"),
            item.text("rawBody"),
            item.instant("receivedAt"),
            headers(item)),
        State.valueOf(item.text("state")),
        reason == null ? null : ExceptionReason.valueOf(reason),
        asking(item));
  }

  private static @Nullable ItemWriter headers(RawNotification raw) {
    if (raw.headers().isEmpty()) {
      return null;
    }
    ItemWriter headers = new ItemWriter();
    raw.headers().forEach(headers::text);
    return headers;
  }

  /** Those that an older version kept have none. */
  private static Map<String, String> headers(ItemReader item) {
    return item.has("rawHeaders")
        ? item.map("rawHeaders").attributes().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> it.getValue().s()))
        : Map.of();
  }

  /** The day of Jakarta, under which the books have it. */
  private static String day(Instant at) {
    return at.atZone(EffectiveDated.JAKARTA).toLocalDate().toString();
  }

  /** From a row of the index of a day. */
  static NoticeRow row(Map<String, AttributeValue> attributes) {
    ItemReader row = new ItemReader(attributes);
    String reason = row.textOrNull("reason");
    return new NoticeRow(
        new NoticeId(row.text("billingCode"), row.text("aggregator"), row.text("eventId")),
        row.text("paymentId"),
        Kind.valueOf(row.text("kind")),
        row.number("amount"),
        row.text("currency"),
        State.valueOf(row.text("state")),
        reason == null ? null : ExceptionReason.valueOf(reason),
        row.textOrNull("channel"),
        row.textOrNull("ntpn"),
        row.instant("paidAt"),
        row.instant("receivedAt"));
  }

  /** From a row of the index of what is open, which holds no more than having it asked needs. */
  static WaitingNotice.Kept waiting(Map<String, AttributeValue> attributes) {
    ItemReader row = new ItemReader(attributes);
    return new WaitingNotice.Kept(
        new NoticeId(row.text("billingCode"), row.text("aggregator"), row.text("eventId")),
        row.has("asked") ? row.integer("asked") : 0);
  }

  private static @Nullable Asking asking(ItemReader item) {
    Instant next = item.instantOrNull("askedNext");
    return next == null ? null : new Asking(item.integer("asked"), next);
  }
}

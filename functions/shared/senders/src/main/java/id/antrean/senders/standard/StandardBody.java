package id.antrean.senders.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NoPayment;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.References;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payload of the {@code standard} sender; unknown fields and types are accepted. */
final class StandardBody {
  static final String AGGREGATOR = "standard";

  private static final int NTPN_LENGTH = 16;

  /** No payment is larger. */
  private static final long ALL = Long.MAX_VALUE;

  private final RawNotification raw;
  private final String type;
  private final JsonNode data;

  private StandardBody(RawNotification raw, JsonNode body) {
    this.raw = raw;
    this.type = body.path("type").asText("").strip();
    this.data = body.path("data");
  }

  static Translation translation(RawNotification raw) {
    Optional<JsonNode> body = SenderJson.object(raw.body());
    StandardBody read = new StandardBody(raw, body.orElseGet(MissingNode::getInstance));
    return body.isEmpty() ? read.notUnderstood("") : read.translation();
  }

  private Translation translation() {
    if (type.isEmpty()) {
      return notUnderstood("/type");
    }
    if (type.equals("ping") || type.endsWith(".ping")) {
      return new NoPayment();
    }
    Kind kind = kind();
    boolean aboutMoney = kind == Kind.PAID || kind == Kind.TAKEN_BACK;
    if (aboutMoney && !data.isObject()) {
      return notUnderstood("/data");
    }
    // Money taken back without an amount is all of it.
    boolean amountNeeded = kind == Kind.PAID || data.hasNonNull("amount");
    if (aboutMoney && amountNeeded && amount() == PaymentNotification.NOT_TOLD) {
      return notUnderstood("/data/amount");
    }
    return new Understood(notification(kind, amount()));
  }

  private NotUnderstood notUnderstood(String pointer) {
    return new NotUnderstood(notification(Kind.PENDING, PaymentNotification.NOT_TOLD), pointer);
  }

  private PaymentNotification notification(Kind kind, long amount) {
    return new PaymentNotification(
        AGGREGATOR,
        SenderIds.of(raw.id()),
        paymentId(),
        References.of(data.path("billingCode").asText("")),
        amount,
        kind == Kind.TAKEN_BACK && amount < 0 ? ALL : PaymentNotification.NOT_TOLD,
        data.path("currency").asText(""),
        kind,
        SenderTimes.paidAt(data.path("paidAt").asText(""), raw.receivedAt()),
        data.hasNonNull("channel") ? data.path("channel").asText("") : null,
        ntpn());
  }

  /** A payment without an id of its own is known by its event. */
  private String paymentId() {
    String id = data.path("paymentId").asText("");
    return SenderIds.of(id.isBlank() ? raw.id() : id);
  }

  private Kind kind() {
    return switch (type) {
      case "payment.succeeded" -> Kind.PAID;
      case "payment.refunded" -> Kind.TAKEN_BACK;
      case "payment.expired" -> Kind.EXPIRED;
      case "payment.failed" -> Kind.FAILED;
      default -> Kind.PENDING;
    };
  }

  private long amount() {
    return WholeRupiah.of(data.path("amount"));
  }

  /** The treasury's number: 16 capital letters and digits; anything else is none. */
  private @Nullable String ntpn() {
    String number = data.path("ntpn").asText("").strip().toUpperCase(Locale.ROOT);
    boolean valid =
        number.length() == NTPN_LENGTH
            && number.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    return valid ? number : null;
  }
}

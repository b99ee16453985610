package id.antrean.senders.snap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.References;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a partner tells: that a virtual account was paid, or what became of a QRIS payment.
 *
 * @param partner who tells
 * @param service where
 */
record SnapBody(String partner, SnapService service, JsonNode json) {
  /** How the identity begins of what was paid at a bank. */
  static final String OF_ACCOUNT = "va.";

  /** What stands on the notice: the partner, and the number of the service that it called. */
  static String id(String partner, SnapService service) {
    return partner + "/" + service.code();
  }

  static SnapBody of(RawNotification raw) {
    return new SnapBody(
        raw.id().split("/", 2)[0],
        raw.id().endsWith("/" + SnapService.QR_NOTIFY.code())
            ? SnapService.QR_NOTIFY
            : SnapService.VA_PAYMENT,
        SenderJson.object(raw.body()).orElseGet(MissingNode::getInstance));
  }

  String text(String field) {
    return json.path(field).asText("");
  }

  /** Whether anything stands there, as it must be or not. */
  boolean isSent(String field) {
    JsonNode value = json.path(field);
    return value.isContainerNode() ? value.hasNonNull("value") : !value.asText("").isBlank();
  }

  private boolean isOfQris() {
    return service == SnapService.QR_NOTIFY;
  }

  Translation translation(RawNotification raw) {
    String missing = missing();
    return missing == null
        ? new Understood(notification(raw, event(), paymentId(), kind(), amount()))
        : new NotUnderstood(
            notification(
                raw,
                "body." + SenderIds.digest(raw.body()),
                "body." + SenderIds.digest(raw.body()),
                Kind.PENDING,
                PaymentNotification.NOT_TOLD),
            missing);
  }

  /** A pointer to what has to be there and is not, or not as it must; null when all is. */
  @Nullable String missing() {
    if (!json.isObject()) {
      return "";
    }
    if (isOfQris()) {
      for (String field : new String[] {"originalReferenceNo", "latestTransactionStatus"}) {
        if (!SenderIds.isUsable(text(field))) {
          return "/" + field;
        }
      }
    } else if (!SenderIds.isUsable(text("paymentRequestId"))) {
      return "/paymentRequestId";
    } else if (billOfAccount().isBlank()) {
      return "/customerNo";
    }
    boolean aboutMoney = kind() == Kind.PAID || kind() == Kind.TAKEN_BACK;
    return aboutMoney && amount() == PaymentNotification.NOT_TOLD
        ? (isOfQris() ? "/amount" : "/paidAmount")
        : null;
  }

  private PaymentNotification notification(
      RawNotification raw, String event, String paymentId, Kind kind, long amount) {
    return new PaymentNotification(
        Snap.NAME,
        SenderIds.of(event),
        SenderIds.of(paymentId),
        reference(),
        amount,
        PaymentNotification.NOT_TOLD,
        money().path("currency").asText(""),
        kind,
        SenderTimes.paidAt(paidAt(), raw.receivedAt()),
        isOfQris() ? "QRIS" : "BANK_VA",
        null);
  }

  String reference() {
    return References.of(isOfQris() ? text("originalPartnerReferenceNo") : billOfAccount());
  }

  /** The customer's part of an account number is the billing code. */
  String billOfAccount() {
    String customer = text("customerNo").strip();
    return customer.isEmpty()
        ? text("virtualAccountNo")
            .strip()
            .replaceFirst("^" + Pattern.quote(text("partnerServiceId").strip()), "")
        : customer;
  }

  private String paymentId() {
    return partner + "." + text(isOfQris() ? "originalReferenceNo" : "paymentRequestId");
  }

  /** The same payment is told again when its status changes, and that is another notice. */
  private String event() {
    return isOfQris()
        ? "qr." + paymentId() + "." + text("latestTransactionStatus")
        : OF_ACCOUNT + paymentId() + (isPaid() ? "" : "." + flag());
  }

  private String flag() {
    return json.at("/additionalInfo/paymentFlagStatus").asText("00");
  }

  private boolean isPaid() {
    return flag().equals("00");
  }

  private Kind kind() {
    if (!isOfQris()) {
      return isPaid() ? Kind.PAID : Kind.PENDING;
    }
    return switch (text("latestTransactionStatus")) {
      case "00" -> Kind.PAID;
      case "04" -> Kind.TAKEN_BACK;
      case "05", "06", "09" -> Kind.FAILED;
      case "08" -> Kind.EXPIRED;
      default -> Kind.PENDING;
    };
  }

  long amount() {
    return WholeRupiah.of(money().path("value"));
  }

  private JsonNode money() {
    return json.path(isOfQris() ? "amount" : "paidAmount");
  }

  private String paidAt() {
    String told = text(isOfQris() ? "transactionDate" : "trxDateTime");
    return told.isEmpty() ? json.at("/additionalInfo/paidTime").asText("") : told;
  }
}

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
import org.jspecify.annotations.Nullable;

/**
 * What a partner tells: that a virtual account was paid, or what became of a QRIS payment.
 *
 * @param partner who tells
 */
record SnapBody(String partner, JsonNode json) {
  static SnapBody of(RawNotification raw) {
    return new SnapBody(
        raw.id(), SenderJson.object(raw.body()).orElseGet(MissingNode::getInstance));
  }

  String text(String field) {
    return json.path(field).asText("");
  }

  /** A notification of QRIS says how the transaction stands; a payment of an account has none. */
  private boolean isOfQris() {
    return json.has("latestTransactionStatus") || json.has("originalReferenceNo");
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
            .replaceFirst("^" + java.util.regex.Pattern.quote(text("partnerServiceId").strip()), "")
        : customer;
  }

  private String paymentId() {
    return partner + "." + text(isOfQris() ? "originalReferenceNo" : "paymentRequestId");
  }

  /** A payment of an account is told once; a QRIS transaction each time that its status changes. */
  private String event() {
    return isOfQris()
        ? "qr." + paymentId() + "." + text("latestTransactionStatus")
        : "va." + paymentId();
  }

  private Kind kind() {
    if (!isOfQris()) {
      String flag = json.at("/additionalInfo/paymentFlagStatus").asText("00");
      return flag.equals("00") ? Kind.PAID : Kind.PENDING;
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

package id.antrean.senders.doku;

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
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import org.jspecify.annotations.Nullable;

/** What DOKU's notifications of virtual accounts, shops and other channels have in common. */
record DokuBody(JsonNode json) {
  static NotUnderstood unreadable(RawNotification raw) {
    return new DokuBody(MissingNode.getInstance()).notUnderstood(raw, "");
  }

  Translation translation(RawNotification raw) {
    if (status().isEmpty()) {
      return notUnderstood(raw, "/transaction/status");
    }
    PaymentNotification said = notification(raw, kind(), amount());
    boolean aboutMoney = said.kind() == Kind.PAID || said.kind() == Kind.TAKEN_BACK;
    return aboutMoney && said.amount() == PaymentNotification.NOT_TOLD
        ? notUnderstood(raw, "/order/amount")
        : new Understood(said);
  }

  private NotUnderstood notUnderstood(RawNotification raw, String pointer) {
    return new NotUnderstood(
        notification(raw, Kind.PENDING, PaymentNotification.NOT_TOLD), pointer);
  }

  /** Each message has an id of its own; DOKU sends the same again under the same. */
  private PaymentNotification notification(RawNotification raw, Kind kind, long amount) {
    return new PaymentNotification(
        Doku.NAME,
        SenderIds.of(raw.id()),
        paymentId(),
        References.of(json.at("/order/invoice_number").asText("")),
        amount,
        PaymentNotification.NOT_TOLD,
        json.at("/order/currency").asText("IDR"),
        kind,
        SenderTimes.paidAt(json.at("/transaction/date").asText(""), raw.receivedAt()),
        channel(),
        null);
  }

  boolean isPaid() {
    return kind() == Kind.PAID;
  }

  private String status() {
    return json.at("/transaction/status").asText("");
  }

  /** What is not final says nothing: the payer may try again after FAILED. */
  private Kind kind() {
    return switch (status()) {
      case "SUCCESS" -> Kind.PAID;
      case "EXPIRED" -> Kind.EXPIRED;
      case "REFUNDED" -> Kind.TAKEN_BACK;
      default -> Kind.PENDING;
    };
  }

  private long amount() {
    long refunded = WholeRupiah.of(json.at("/refund/amount"));
    return kind() == Kind.TAKEN_BACK && refunded > 0
        ? refunded
        : WholeRupiah.of(json.at("/order/amount"));
  }

  /**
   * The request for the code that was paid, which all notices of a payment name; else the sender's
   * reference; else what tells it from others, so that a message that is sent by hand again under
   * another id is no second payment.
   */
  String paymentId() {
    String request = json.at("/transaction/original_request_id").asText("");
    if (!request.isBlank()) {
      return SenderIds.of(request);
    }
    for (JsonNode entry : json.at("/virtual_account_payment/identifer")) {
      if (entry.path("name").asText("").equals("REFERENCE")) {
        return SenderIds.of(entry.path("value").asText(""));
      }
    }
    return "sha256."
        + SenderIds.digest(
            json.at("/order/invoice_number").asText("")
                + "|"
                + json.at("/transaction/date").asText("")
                + "|"
                + json.at("/order/amount").asText(""));
  }

  private @Nullable String channel() {
    String channel = json.at("/channel/id").asText(json.at("/service/id").asText(""));
    return channel.isEmpty() ? null : channel;
  }
}

package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NoPayment;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderIds;
import java.util.Optional;

/**
 * A callback of one of Xendit's products. Their formats have nothing in common and no name: which
 * one it is shows in its fields.
 */
record XenditCallback(JsonNode body, XenditProduct product) {

  /** What is sent; a product that we do not know speaks of no payment, or is not understood. */
  static Translation translation(RawNotification raw, JsonNode body) {
    return of(body)
        .map(callback -> callback.translation(raw))
        .orElseGet(() -> ofUnknown(raw, body));
  }

  /** Empty for an account that was made or changed, and for another product. */
  static Optional<XenditCallback> of(JsonNode body) {
    Optional<XenditProduct> product =
        body.path("event").isTextual() ? byEvent(body) : byFields(body);
    return product.map(it -> new XenditCallback(body, it));
  }

  private static Optional<XenditProduct> byEvent(JsonNode body) {
    String event = body.path("event").asText();
    if (event.startsWith("refund.")) {
      return Optional.of(XenditProduct.REFUND);
    }
    if (event.startsWith("qr.")) {
      return Optional.of(XenditProduct.QR_CODE);
    }
    if (!event.startsWith("payment.") && !event.startsWith("payment_request.")) {
      return Optional.empty();
    }
    boolean newest =
        body.path("api_version").asText().equals("v3") || body.path("data").has("payment_id");
    return Optional.of(newest ? XenditProduct.PAYMENT_V3 : XenditProduct.PAYMENT_V2);
  }

  private static Optional<XenditProduct> byFields(JsonNode body) {
    if (body.has("fixed_payment_code_id") || body.has("fixed_payment_code_payment_id")) {
      return Optional.of(XenditProduct.RETAIL_OUTLET);
    }
    if (body.has("callback_virtual_account_id")) {
      return Optional.of(XenditProduct.VIRTUAL_ACCOUNT);
    }
    if (body.path("qr_code").isObject()) {
      return Optional.of(XenditProduct.FORMER_QR_CODE);
    }
    boolean invoice =
        body.has("external_id") && body.path("status").isTextual() && !body.has("account_number");
    return invoice ? Optional.of(XenditProduct.INVOICE) : Optional.empty();
  }

  /** An event of another product, or a virtual account that was made, speaks of no payment. */
  private static Translation ofUnknown(RawNotification raw, JsonNode body) {
    boolean made = body.has("account_number") && body.has("status");
    return made || body.path("event").isTextual()
        ? new NoPayment()
        : XenditPayment.notUnderstood(raw, "");
  }

  /** Where its payment stands. */
  JsonNode data() {
    return product.isInData() ? body.path("data") : body;
  }

  PaymentNotification payment(RawNotification raw) {
    return product.payment(data()).notification(raw);
  }

  /** The same product's answer of its API in the place of what the callback said. */
  XenditCallback as(JsonNode known) {
    if (!product.isInData()) {
      return new XenditCallback(known, product);
    }
    ObjectNode copy = body.deepCopy();
    copy.set("data", known);
    return new XenditCallback(copy, product);
  }

  private Translation translation(RawNotification raw) {
    XenditPayment said = product.payment(data());
    if (!SenderIds.isUsable(said.paymentId())) {
      return XenditPayment.notUnderstood(raw, product.idPointer());
    }
    PaymentNotification payment = said.notification(raw);
    return said.needsAmount() && payment.amount() == PaymentNotification.NOT_TOLD
        ? XenditPayment.notUnderstood(raw, product.amountPointer())
        : new Understood(payment);
  }
}

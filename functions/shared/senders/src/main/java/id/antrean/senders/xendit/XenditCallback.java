package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NoPayment;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderIds;
import id.antrean.senders.WholeRupiah;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A callback of one of Xendit's products. Their formats have nothing in common and no name: which
 * one it is shows in its fields. What the API tells of the payment has the same fields as the
 * callback, at another place.
 */
sealed interface XenditCallback {
  /** The callback itself. */
  JsonNode body();

  /** What it says of its payment. */
  XenditPayment says();

  /** The same product's answer of its API in the place of what the callback said. */
  XenditCallback as(JsonNode known);

  /** Where what is missing would have to be, a JSON Pointer to the amount. */
  String amountPointer();

  /** Where the payment's id would have to be. */
  String idPointer();

  static XenditCallback of(JsonNode body) {
    if (body.path("event").isTextual()) {
      String event = body.path("event").asText();
      if (event.startsWith("refund.")) {
        return new Refund(body);
      }
      if (event.startsWith("qr.")) {
        return new QrCode(body);
      }
      if (!event.startsWith("payment.") && !event.startsWith("payment_request.")) {
        return new Other(body);
      }
      boolean newest =
          body.path("api_version").asText().equals("v3") || body.path("data").has("payment_id");
      return newest ? new PaymentV3(body) : new PaymentV2(body);
    }
    if (body.has("fixed_payment_code_id") || body.has("fixed_payment_code_payment_id")) {
      return new RetailOutlet(body);
    }
    if (body.has("callback_virtual_account_id")) {
      return new VirtualAccount(body);
    }
    if (body.path("qr_code").isObject()) {
      return new FormerQrCode(body);
    }
    return body.has("external_id") && body.path("status").isTextual() && !body.has("account_number")
        ? new Invoice(body)
        : new Other(body);
  }

  default PaymentNotification payment(RawNotification raw) {
    return says().notification(raw);
  }

  default Translation translation(RawNotification raw) {
    XenditPayment said = says();
    if (!SenderIds.isUsable(said.paymentId())) {
      return XenditPayment.notUnderstood(raw, idPointer());
    }
    PaymentNotification payment = said.notification(raw);
    return said.needsAmount() && payment.amount() == PaymentNotification.NOT_TOLD
        ? XenditPayment.notUnderstood(raw, amountPointer())
        : new Understood(payment);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  private static String firstText(JsonNode json, String... fields) {
    for (String field : fields) {
      if (json.hasNonNull(field)) {
        return json.path(field).asText();
      }
    }
    return "";
  }

  private static @Nullable String channel(JsonNode json, String... fields) {
    String channel = firstText(json, fields);
    return channel.isEmpty() ? null : channel;
  }

  private static String currency(JsonNode json) {
    return json.path("currency").asText("IDR");
  }

  private static JsonNode withData(JsonNode body, JsonNode known) {
    ObjectNode copy = body.deepCopy();
    copy.set("data", known);
    return copy;
  }

  private static Kind kindOf(String status) {
    return switch (status) {
      case "SUCCEEDED", "PAID", "SETTLED", "COMPLETED" -> Kind.PAID;
      case "FAILED", "CANCELED" -> Kind.FAILED;
      case "EXPIRED" -> Kind.EXPIRED;
      default -> Kind.PENDING;
    };
  }

  /** The payments API as it is now: money that came is a capture. */
  record PaymentV3(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      JsonNode data = body.path("data");
      JsonNode captures = data.path("captures");
      String time = firstText(captures.path(0), "capture_timestamp");
      return new XenditPayment(
          firstText(data, "payment_id", "payment_request_id"),
          text(data, "status"),
          text(data, "reference_id"),
          captures.isEmpty() ? data.path("request_amount") : sum(captures),
          currency(data),
          kindOf(text(data, "status")),
          time.isEmpty() ? firstText(data, "updated", "created") : time,
          channel(data, "channel_code"));
    }

    /** Not told, where one of them is not readable. */
    private static JsonNode sum(JsonNode captures) {
      BigDecimal all = BigDecimal.ZERO;
      for (JsonNode capture : captures) {
        long amount = WholeRupiah.of(capture.path("capture_amount"));
        if (amount == PaymentNotification.NOT_TOLD) {
          return capture.path("capture_amount");
        }
        all = all.add(BigDecimal.valueOf(amount));
      }
      return DecimalNode.valueOf(all);
    }

    @Override
    public PaymentV3 as(JsonNode known) {
      return new PaymentV3(withData(body, known));
    }

    @Override
    public String amountPointer() {
      return "/data/captures/0/capture_amount";
    }

    @Override
    public String idPointer() {
      return "/data/payment_id";
    }
  }

  /** The payments API of 2022 to 2024. */
  record PaymentV2(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      JsonNode data = body.path("data");
      return new XenditPayment(
          firstText(data, "payment_request_id", "id"),
          text(data, "status"),
          text(data, "reference_id"),
          data.path("amount"),
          currency(data),
          kindOf(text(data, "status")),
          firstText(data, "updated", "created"),
          channel(data.path("payment_method"), "type"));
    }

    @Override
    public PaymentV2 as(JsonNode known) {
      return new PaymentV2(withData(body, known));
    }

    @Override
    public String amountPointer() {
      return "/data/amount";
    }

    @Override
    public String idPointer() {
      return "/data/payment_request_id";
    }
  }

  /** Money that goes back, in whichever version of the payments API. */
  record Refund(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      JsonNode data = body.path("data");
      boolean back = text(data, "status").equals("SUCCEEDED");
      return new XenditPayment(
          firstText(data, "payment_id", "payment_request_id"),
          "refund." + text(data, "id"),
          text(data, "reference_id"),
          data.path("amount"),
          currency(data),
          back ? Kind.TAKEN_BACK : Kind.PENDING,
          firstText(data, "updated", "created"),
          null);
    }

    @Override
    public Refund as(JsonNode known) {
      return new Refund(withData(body, known));
    }

    @Override
    public String amountPointer() {
      return "/data/amount";
    }

    @Override
    public String idPointer() {
      return "/data/payment_id";
    }
  }

  /** QR codes of version 2022-07-31. */
  record QrCode(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      JsonNode data = body.path("data");
      return new XenditPayment(
          text(data, "id"),
          text(data, "status"),
          text(data, "reference_id"),
          data.path("amount"),
          currency(data),
          kindOf(text(data, "status")),
          firstText(data, "created"),
          "QRIS");
    }

    @Override
    public QrCode as(JsonNode known) {
      return new QrCode(withData(body, known));
    }

    @Override
    public String amountPointer() {
      return "/data/amount";
    }

    @Override
    public String idPointer() {
      return "/data/id";
    }
  }

  /** QR codes of the version before. */
  record FormerQrCode(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      return new XenditPayment(
          text(body, "id"),
          text(body, "status"),
          text(body.path("qr_code"), "external_id"),
          body.path("amount"),
          currency(body),
          kindOf(text(body, "status")),
          firstText(body, "created"),
          "QRIS");
    }

    @Override
    public FormerQrCode as(JsonNode known) {
      return new FormerQrCode(known);
    }

    @Override
    public String amountPointer() {
      return "/amount";
    }

    @Override
    public String idPointer() {
      return "/id";
    }
  }

  /** An invoice is paid once. What was paid counts, not what was asked for. */
  record Invoice(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      Kind kind = kindOf(text(body, "status"));
      return new XenditPayment(
          text(body, "id"),
          // PAID and SETTLED are one thing that is said twice.
          kind == Kind.PAID ? "PAID" : text(body, "status"),
          text(body, "external_id"),
          body.hasNonNull("paid_amount") ? body.path("paid_amount") : body.path("amount"),
          currency(body),
          kind,
          firstText(body, "paid_at", "updated"),
          channel(body, "payment_channel", "bank_code", "payment_method"));
    }

    @Override
    public Invoice as(JsonNode known) {
      return new Invoice(known);
    }

    @Override
    public String amountPointer() {
      return "/paid_amount";
    }

    @Override
    public String idPointer() {
      return "/id";
    }
  }

  /** A fixed virtual account: it says of no status, and that it comes is that money came. */
  record VirtualAccount(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      return new XenditPayment(
          text(body, "payment_id"),
          "paid",
          text(body, "external_id"),
          body.path("amount"),
          currency(body),
          Kind.PAID,
          firstText(body, "transaction_timestamp", "updated", "created"),
          channel(body, "bank_code"));
    }

    @Override
    public VirtualAccount as(JsonNode known) {
      return new VirtualAccount(known);
    }

    @Override
    public String amountPointer() {
      return "/amount";
    }

    @Override
    public String idPointer() {
      return "/payment_id";
    }
  }

  /** A code that is paid at a shop's counter. */
  record RetailOutlet(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      return new XenditPayment(
          firstText(body, "payment_id", "fixed_payment_code_payment_id"),
          text(body, "status"),
          text(body, "external_id"),
          body.path("amount"),
          currency(body),
          kindOf(text(body, "status")),
          firstText(body, "transaction_timestamp"),
          channel(body, "retail_outlet_name"));
    }

    @Override
    public RetailOutlet as(JsonNode known) {
      return new RetailOutlet(known);
    }

    @Override
    public String amountPointer() {
      return "/amount";
    }

    @Override
    public String idPointer() {
      return "/payment_id";
    }
  }

  /** Something that we do not know: an account that was made or changed, or another product. */
  record Other(JsonNode body) implements XenditCallback {
    @Override
    public XenditPayment says() {
      return new XenditPayment(
          "", "", "", body.path("amount"), currency(body), Kind.PENDING, "", null);
    }

    @Override
    public Other as(JsonNode known) {
      return this;
    }

    /** An event of another product, or a virtual account that was made, speaks of no payment. */
    @Override
    public Translation translation(RawNotification raw) {
      boolean made = body.has("account_number") && body.has("status");
      return made || body.path("event").isTextual()
          ? new NoPayment()
          : XenditPayment.notUnderstood(raw, "");
    }

    @Override
    public String amountPointer() {
      return "";
    }

    @Override
    public String idPointer() {
      return "";
    }
  }
}

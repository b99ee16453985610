package id.antrean.senders.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SenderTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Midtrans' core API: an order is charged, cancelled and looked at by our own reference, which may
 * be used once. docs.midtrans.com/reference, charge transactions.
 */
final class MidtransCodes implements PayableCodes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");
  private static final Set<String> OVER = Set.of("cancel", "expire", "deny", "failure");
  private final StatusApi api;

  MidtransCodes(StatusApi api) {
    this.api = api;
  }

  @Override
  public Issued issue(Wanted code, Instant now) {
    Duration life = Duration.between(now, code.code().expiresAt());
    ObjectNode charge = charge(code);
    if (charge == null || life.toSeconds() < 1) {
      return new Declined();
    }
    charge
        .putObject("custom_expiry")
        .put("order_time", TIME.format(now.atOffset(SenderTimes.WIB)))
        .put("expiry_duration", life.toSeconds())
        .put("unit", "second");
    return switch (api.charge(charge.toString())) {
      case StatusApi.Silent() -> new Silent();
      case StatusApi.Told(JsonNode order) -> given(order, code);
    };
  }

  private static @Nullable ObjectNode charge(Wanted code) {
    ObjectNode charge = JsonNodeFactory.instance.objectNode();
    charge
        .putObject("transaction_details")
        .put("order_id", code.reference())
        .put("gross_amount", code.amount());
    switch (code.offer().channel()) {
      case BANK_VA ->
          charge
              .put("payment_type", "bank_transfer")
              .putObject("bank_transfer")
              .put(
                  "bank",
                  Objects.requireNonNullElse(code.offer().bank(), "bni").toLowerCase(Locale.ROOT));
      case QRIS -> charge.put("payment_type", "qris");
      case INDOMARET ->
          charge.put("payment_type", "cstore").putObject("cstore").put("store", "indomaret");
      case POST_OFFICE, MARKETPLACE -> {
        return null;
      }
    }
    return charge;
  }

  private static Issued given(JsonNode order, Wanted code) {
    String status = order.path("status_code").asText("");
    if (!status.equals("201")) {
      return status.startsWith("4") ? new Declined() : new Silent();
    }
    String number =
        switch (code.offer().channel()) {
          case BANK_VA -> order.at("/va_numbers/0/va_number").asText("");
          case QRIS -> order.path("qr_string").asText("");
          case INDOMARET -> order.path("payment_code").asText("");
          case POST_OFFICE, MARKETPLACE -> "";
        };
    String qr = order.path("qr_string").asText("");
    // Made, and we cannot read it: it has to be ended before there is another.
    return number.isEmpty()
        ? new Silent()
        : new Given(
            qr.isEmpty() ? number : code.reference(),
            qr.isEmpty() ? null : qr,
            order.path("transaction_id").asText(""));
  }

  /**
   * 412 says that it is over already, or paid: looking at it tells which. One that was never made
   * is at its end too.
   */
  @Override
  public Ended end(Wanted code, Instant now) {
    return switch (api.cancel(code.reference())) {
      case StatusApi.Silent() -> new Silent();
      case StatusApi.Told(JsonNode told) ->
          switch (told.path("status_code").asText("")) {
            case "200", "404" -> new Gone();
            default -> ended(code, now);
          };
    };
  }

  private Ended ended(Wanted code, Instant now) {
    return switch (api.status(code.reference())) {
      case StatusApi.Silent() -> new Silent();
      case StatusApi.Told(JsonNode status) -> {
        Seen seen = seen(status, now);
        yield seen instanceof Paid paid
            ? paid
            : OVER.contains(status.path("transaction_status").asText(""))
                ? new Gone()
                : new Silent();
      }
    };
  }

  @Override
  public Seen see(Wanted code, Instant now) {
    return see(code.reference(), now);
  }

  @Override
  public Seen seeBill(BillingCode bill, Instant now) {
    return see(bill.value(), now);
  }

  private Seen see(String order, Instant now) {
    return switch (api.status(order)) {
      case StatusApi.Silent() -> new Silent();
      case StatusApi.Told(JsonNode status) -> seen(status, now);
    };
  }

  private static Seen seen(JsonNode status, Instant now) {
    MidtransBody body = new MidtransBody(status);
    return body.missing() == null && body.kind() == Kind.PAID
        ? new Paid(new RawNotification(MidtransBody.AGGREGATOR, "", status.toString(), now))
        : new Unpaid();
  }
}

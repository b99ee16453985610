package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.DeadCode;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aggregator.RetrySchedule;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Xendit's callbacks: one token for the account, and a format for each product. */
final class XenditAggregator implements Aggregator {
  private static final String REFUNDED = "REFUNDED";
  private final SharedSecret secret;
  private final XenditLedger ledger;
  private final OutageSwitch outage;

  XenditAggregator(SharedSecret secret, XenditLedger ledger, OutageSwitch outage) {
    this.secret = secret;
    this.ledger = ledger;
    this.outage = outage;
  }

  @Override
  public boolean isDown() {
    return outage.isDown();
  }

  @Override
  public String name() {
    return "xendit";
  }

  @Override
  public List<String> statuses() {
    return List.of(Format.PAID, "PENDING", "AUTHORIZED", "FAILED", "CANCELED", "EXPIRED", REFUNDED);
  }

  @Override
  public List<String> channels() {
    return List.of(
        "BRI_VIRTUAL_ACCOUNT", "MANDIRI_VIRTUAL_ACCOUNT", "QRIS", "INDOMARET", "ALFAMART", "BNI");
  }

  @Override
  public List<String> formats() {
    return Format.words();
  }

  @Override
  public ObjectNode secrets() {
    return Json.object()
        .put("callbackToken", secret.member("callbackToken"))
        .put("apiKey", secret.member("apiKey"));
  }

  @Override
  public Notification take(Payment payment) {
    return payment.status().equals(REFUNDED) ? refund(payment) : tell(payment);
  }

  /** 15 minutes, then 1, 3, 6, 12 and 24 hours after the first; never where nobody answered. */
  @Override
  public RetrySchedule retries() {
    return new RetrySchedule(
        List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(45),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12)),
        Map.of(RetrySchedule.NO_ANSWER, 0));
  }

  private Notification tell(Payment asked) {
    Optional<JsonNode> request =
        asked.status().equals(Format.PAID) && asked.paymentId().isEmpty()
            ? ledger.requestOf(asked.billingCode())
            : Optional.empty();
    return request.map(it -> tellOf(it, asked)).orElseGet(() -> tellOfBill(asked));
  }

  /** Who pays a bill that has a request here pays that; a dead one nobody can pay. */
  private Notification tellOf(JsonNode request, Payment asked) {
    String reference = request.path("reference_id").asText();
    if (!XenditRequests.isOpen(XenditRequests.expiredBy(asked.sentAt(), request))) {
      throw new DeadCode(reference);
    }
    String id = "py-" + UUID.randomUUID();
    ledger.write(
        XenditRequests.path(request.path("payment_request_id").asText()),
        reference,
        id,
        XenditRequests.paid(request, id));
    return tellOfBill(asked.forCode(reference, id));
  }

  private Notification tellOfBill(Payment payment) {
    Format format = payment.format().map(Format::of).orElse(Format.PAYMENT_V3);
    String id = payment.paymentId().orElseGet(() -> "py-" + UUID.randomUUID());
    ObjectNode told = format.describe(id, payment.channel().orElse(channels().getFirst()), payment);
    ledger.write(format.path(id), payment.billingCode(), id, format.known(told));
    return notification(id, format.callback(told, payment));
  }

  /** Of the payment that is named, or the latest of that code. */
  private Notification refund(Payment payment) {
    String id =
        payment
            .paymentId()
            .or(() -> ledger.latestOf(payment.billingCode()))
            .orElseGet(() -> "py-" + UUID.randomUUID());
    String refundId = "rfd-" + UUID.randomUUID();
    ObjectNode refund = Json.object();
    refund
        .put("id", refundId)
        .put("payment_id", id)
        .put("reference_id", UUID.randomUUID().toString());
    refund.put("amount", payment.amount()).put("currency", payment.currency());
    refund.put("status", Format.PAID).put("reason", "REQUESTED_BY_CUSTOMER");
    refund.put("created", Format.utc(payment.sentAt()));
    ledger.write("/refunds/" + refundId, payment.billingCode(), id, refund);
    return notification(id, Format.event("refund.succeeded", refund, payment));
  }

  private Notification notification(String id, ObjectNode body) {
    return new Notification(
        id,
        path(),
        Map.of(
            "x-callback-token", secret.member("callbackToken"),
            "webhook-id", UUID.randomUUID().toString()),
        body.toString());
  }

  /** Nothing but the token says whose it is: another one is all that can be wrong with it. */
  @Override
  public Notification tampered(Notification notification) {
    return notification.withHeaders(Map.of("x-callback-token", UUID.randomUUID().toString()));
  }
}

package id.antrean.sandbox.aggregator.standard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.Ntpn;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aggregator.RetrySchedule;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A sender that signs id, time and raw body, as the Standard Webhooks specification says. */
public final class StandardAggregator implements Aggregator {
  private static final String PAID = "payment.succeeded";
  private static final String REFUNDED = "payment.refunded";
  private static final String ID = "webhook-id";
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private final SharedSecret secret;
  private final Map<String, String> latestPaid = new ConcurrentHashMap<>();

  public StandardAggregator(SharedSecret secret) {
    this.secret = secret;
  }

  @Override
  public String name() {
    return "standard";
  }

  @Override
  public List<String> statuses() {
    return List.of(PAID, "payment.expired", "payment.failed", REFUNDED);
  }

  @Override
  public List<String> channels() {
    return List.of("BANK_TRANSFER", "QRIS", "RETAIL");
  }

  @Override
  public ObjectNode secrets() {
    return Json.object().put("secret", "whsec_" + secret.member("secret"));
  }

  @Override
  public Notification take(Payment payment) {
    String paymentId = paymentOf(payment);
    String messageId = "msg_" + unguessable();
    String body = describe(paymentId, payment).toString();
    return new Notification(paymentId, path(), Map.of(ID, messageId), body);
  }

  /** The example of the specification, without its first wait of no time. */
  @Override
  public RetrySchedule retries() {
    return RetrySchedule.after(
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(5),
        Duration.ofHours(10),
        Duration.ofHours(14),
        Duration.ofHours(20),
        Duration.ofHours(24));
  }

  @Override
  public Notification signed(Notification notification, Instant now) {
    String id = notification.headers().getOrDefault(ID, "");
    long timestamp = now.getEpochSecond();
    return notification.withHeaders(
        Map.of(
            "webhook-timestamp", Long.toString(timestamp),
            "webhook-signature", sign(id, timestamp, notification.body())));
  }

  /** A new one for money that comes; for what befalls a payment the latest of that code. */
  private String paymentOf(Payment payment) {
    boolean comes = payment.status().equals(PAID);
    Optional<String> latest =
        comes ? Optional.empty() : Optional.ofNullable(latestPaid.get(payment.billingCode()));
    String id = payment.paymentId().or(() -> latest).orElseGet(() -> "pay_" + unguessable());
    if (comes) {
      latestPaid.put(payment.billingCode(), id);
    }
    return id;
  }

  /** Claims ten times the amount, or more, that was signed. */
  @Override
  public Notification tampered(Notification notification) {
    return notification.withBody(notification.body().replace("\"amount\":", "\"amount\":1"));
  }

  private ObjectNode describe(String paymentId, Payment payment) {
    ObjectNode data = Json.object();
    data.put("paymentId", paymentId);
    data.put("billingCode", payment.billingCode());
    data.put("amount", payment.amount());
    data.put("currency", payment.currency());
    data.put("channel", payment.channel().orElse(channels().getFirst()));
    data.put("paidAt", wib(payment.paidAt()));
    if (payment.status().equals(PAID)) {
      data.put("ntpn", Ntpn.of(paymentId));
    }
    if (payment.status().equals(REFUNDED)) {
      data.put("refundId", "ref_" + unguessable());
    }
    ObjectNode body = Json.object();
    body.put("type", payment.status());
    body.put("timestamp", wib(payment.sentAt()));
    body.set("data", data);
    return body;
  }

  private String sign(String messageId, long timestamp, String body) {
    try {
      return new Webhook("whsec_" + secret.member("secret")).sign(messageId, timestamp, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("The secret of the standard aggregator does not sign", e);
    }
  }

  private static String wib(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).atOffset(WIB).toString();
  }

  private static String unguessable() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}

package id.antrean.sandbox.aggregator.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aggregator.RetrySchedule;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * DOKU: four headers, of which the last signs the others, the path of the address and the digest of
 * the body. Developers.doku.com, signature component, non-SNAP.
 */
public final class DokuAggregator implements Aggregator {
  private static final String PAID = "SUCCESS";
  private static final String ROOT = "/sandbox/aggregators/doku";
  private static final String ID = "Request-Id";
  private final SharedSecret secret;
  private final Supplier<URI> apiUrl;
  private final DokuLedger told;
  private final OutageSwitch outage = new OutageSwitch();
  private final Map<String, String> requests = new ConcurrentHashMap<>();

  /**
   * @param apiUrl the API's base, whose stage is part of what is signed; what LocalStack has before
   *     it is not, because nobody has that in production
   * @param folder where what came is kept
   */
  public DokuAggregator(SharedSecret secret, Supplier<URI> apiUrl, Path folder) {
    this.told = new DokuLedger(folder);
    this.secret = secret;
    this.apiUrl = apiUrl;
  }

  @Override
  public String name() {
    return "doku";
  }

  @Override
  public List<String> statuses() {
    return List.of(PAID, "FAILED", "PENDING", "EXPIRED", "REFUNDED", "TIMEOUT", "REDIRECT");
  }

  @Override
  public List<String> channels() {
    return List.of(
        "VIRTUAL_ACCOUNT_BCA",
        "VIRTUAL_ACCOUNT_BANK_MANDIRI",
        "ONLINE_TO_OFFLINE_ALFA",
        "ONLINE_TO_OFFLINE_INDOMARET",
        "QRIS_DOKU");
  }

  @Override
  public ObjectNode secrets() {
    return Json.object()
        .put("clientId", secret.member("clientId"))
        .put("secretKey", secret.member("secretKey"))
        .put("requestTarget", target());
  }

  @Override
  public Notification take(Payment payment) {
    String request = requestOf(payment);
    ObjectNode described = describe(request, payment);
    told.add(described);
    String body = described.toString();
    return new Notification(request, path(), Map.of(ID, UUID.randomUUID().toString()), body);
  }

  /** Thirty minutes, six and twelve hours after the first. */
  @Override
  public RetrySchedule retries() {
    return RetrySchedule.after(
        Duration.ofMinutes(30), Duration.ofMinutes(330), Duration.ofHours(6));
  }

  @Override
  public Notification signed(Notification notification, Instant now) {
    String clientId = secret.member("clientId");
    String timestamp = utc(now);
    String component =
        String.join(
            "\n",
            component(clientId, notification.headers().getOrDefault(ID, ""), timestamp, target()),
            "Digest:" + digest(notification.body()));
    return notification.withHeaders(
        Map.of(
            "Client-Id", clientId,
            "Request-Timestamp", timestamp,
            "Signature", signature(component)));
  }

  private static String component(String client, String request, String time, String target) {
    return String.join(
        "\n",
        "Client-Id:" + client,
        "Request-Id:" + request,
        "Request-Timestamp:" + time,
        "Request-Target:" + target);
  }

  private String signature(String component) {
    return "HMACSHA256=" + hmac(component);
  }

  @Override
  public boolean isDown() {
    return outage.isDown();
  }

  /** Its status API, {@code /orders/v1/status/{invoice}}, and the switch that takes it down. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/orders/v1/status/{invoice}", this::status);
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void status(Context context) {
    String invoice = context.pathParam("invoice");
    Optional<ObjectNode> known = told.latestOf(invoice);
    if (outage.isDown()) {
      Json.answer(context.status(503), error("service_unavailable"));
    } else if (!isSigned(context, "/orders/v1/status/" + invoice)) {
      Json.answer(context.status(400), error("invalid_signature"));
    } else if (known.isEmpty()) {
      Json.answer(context.status(404), error("data_not_found"));
    } else {
      Json.answer(context, known.get());
    }
  }

  private boolean isSigned(Context context, String target) {
    String expected =
        signature(
            component(
                secret.member("clientId"),
                String.valueOf(context.header(ID)),
                String.valueOf(context.header("Request-Timestamp")),
                target));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        String.valueOf(context.header("Signature")).getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode error(String code) {
    ObjectNode answer = Json.object();
    answer.putObject("error").put("code", code);
    return answer;
  }

  /** What befalls a payment is told of the latest of that code. */
  private String requestOf(Payment payment) {
    boolean comes = payment.status().equals(PAID);
    String request =
        payment
            .paymentId()
            .orElseGet(
                () ->
                    comes
                        ? UUID.randomUUID().toString()
                        : requests.getOrDefault(
                            payment.billingCode(), UUID.randomUUID().toString()));
    if (comes) {
      requests.put(payment.billingCode(), request);
    }
    return request;
  }

  private ObjectNode describe(String request, Payment payment) {
    String channel = payment.channel().orElse(channels().getFirst());
    boolean shop = channel.startsWith("ONLINE_TO_OFFLINE");
    ObjectNode body = Json.object();
    body.putObject("service")
        .put(
            "id",
            shop ? "ONLINE_TO_OFFLINE" : channel.startsWith("QRIS") ? "QRIS" : "VIRTUAL_ACCOUNT");
    body.putObject("acquirer").put("id", channel.substring(channel.lastIndexOf('_') + 1));
    body.putObject("channel").put("id", channel);
    ObjectNode order = body.putObject("order");
    order.put("invoice_number", payment.billingCode()).put("amount", payment.amount());
    if (!payment.currency().equals("IDR")) {
      order.put("currency", payment.currency());
    }
    if (shop) {
      body.putObject("online_to_offline_info").put("payment_code", "8899" + payment.billingCode());
    } else {
      body.putObject("virtual_account_info")
          .put("virtual_account_number", "190060" + payment.billingCode());
    }
    body.putObject("transaction")
        .put("status", payment.status())
        .put("date", utc(payment.paidAt()))
        .put("original_request_id", request);
    body.putObject("additional_info");
    return body;
  }

  /** Claims ten times the amount, or more, that was signed. */
  @Override
  public Notification tampered(Notification notification) {
    return notification.withBody(notification.body().replace("\"amount\":", "\"amount\":1"));
  }

  private String target() {
    String base = apiUrl.get().getPath();
    return base.substring(Math.max(0, base.lastIndexOf('/'))) + path();
  }

  private static String digest(String body) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private String hmac(String component) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              secret.member("secretKey").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(component.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  private static String utc(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

package id.antrean.sandbox.aggregator.snap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.Delivery;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.NotificationSender;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aggregator.RetrySchedule;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A bank by the national standard. A virtual account is told under a token that it gets first; a
 * QRIS payment is signed with its private key, as the notifications of payment providers are.
 */
public final class SnapAggregator implements Aggregator {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final String PAID = "00";
  private static final String QRIS = "QRIS";
  private static final String ACCOUNT = "/transfer-va/payment";
  private static final String SERVICE_ID = "   88899";
  private final SnapKeys keys;
  private final NotificationSender api;
  private final Map<String, String> latest = new ConcurrentHashMap<>();

  public SnapAggregator(SharedSecret secret, Path folder, NotificationSender api) {
    this.keys = new SnapKeys(secret, folder);
    this.api = api;
  }

  @Override
  public String name() {
    return "snap";
  }

  /** Of the standard's latestTransactionStatus; a virtual account knows the first alone. */
  @Override
  public List<String> statuses() {
    return List.of(PAID, "01", "02", "03", "04", "05", "06", "07", "08", "09");
  }

  @Override
  public List<String> channels() {
    return List.of("BANK_VA", QRIS);
  }

  @Override
  public String path() {
    return "/payments/snap/" + SnapKeys.PARTNER + "/v1.0";
  }

  @Override
  public ObjectNode secrets() {
    String clientSecret = keys.clientSecret();
    return Json.object()
        .put("partner", SnapKeys.PARTNER)
        .put("path", path())
        .put("clientKey", keys.clientKey())
        .put("clientSecret", clientSecret)
        .put("publicKey", keys.publicKey())
        .put("privateKey", keys.privateKey())
        .put("partnerServiceId", SERVICE_ID);
  }

  @Override
  public Notification take(Payment payment) {
    boolean qris = payment.channel().filter(QRIS::equals).isPresent();
    return qris || !payment.status().equals(PAID) ? ofQris(payment) : ofAccount(payment);
  }

  private Notification ofAccount(Payment payment) {
    String id = payment.paymentId().orElseGet(() -> UUID.randomUUID().toString());
    latest.put(payment.billingCode(), id);
    ObjectNode body = Json.object();
    body.put("partnerServiceId", SERVICE_ID).put("customerNo", payment.billingCode());
    body.put("virtualAccountNo", SERVICE_ID + payment.billingCode());
    body.put("virtualAccountName", "PNBP PASPOR").put("paymentRequestId", id);
    body.set("paidAmount", money(payment));
    body.set("totalAmount", money(payment));
    body.put("trxDateTime", wib(payment.paidAt())).put("referenceNo", id);
    return new Notification(id, path() + ACCOUNT, headers(), body.toString());
  }

  /** As Midtrans, which speaks SNAP too, comes again. */
  @Override
  public RetrySchedule retries() {
    return RetrySchedule.after(
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofMinutes(90),
        Duration.ofMinutes(210));
  }

  @Override
  public Notification signed(Notification notification, Instant now)
      throws IOException, InterruptedException {
    String timestamp = wib(now);
    String service = "/v1.0" + notification.path().substring(path().length());
    String hash = sha256(notification.body());
    if (!service.endsWith(ACCOUNT)) {
      String text = String.join(":", "POST", service, hash, timestamp);
      return notification.withHeaders(
          Map.of("X-TIMESTAMP", timestamp, "X-SIGNATURE", keys.rsa(text)));
    }
    String token = token(timestamp);
    String text = String.join(":", "POST", service, token, hash, timestamp);
    return notification.withHeaders(
        Map.of(
            "X-TIMESTAMP",
            timestamp,
            "X-SIGNATURE",
            keys.hmac(text),
            "Authorization",
            "Bearer " + token));
  }

  private Notification ofQris(Payment payment) {
    keys.clientSecret();
    String id =
        payment
            .paymentId()
            .orElseGet(
                () ->
                    payment.status().equals(PAID)
                        ? UUID.randomUUID().toString()
                        : latest.getOrDefault(payment.billingCode(), UUID.randomUUID().toString()));
    latest.put(payment.billingCode(), id);
    ObjectNode body = Json.object();
    body.put("originalReferenceNo", id);
    body.put("originalPartnerReferenceNo", payment.billingCode());
    body.put("latestTransactionStatus", payment.status());
    body.put("transactionStatusDesc", payment.status().equals(PAID) ? "SUCCESS" : "OTHER");
    body.set("amount", money(payment));
    body.put("transactionDate", wib(payment.paidAt()));
    return new Notification(id, path() + "/qr/qr-mpm-notify", headers(), body.toString());
  }

  private String token(String timestamp) throws IOException, InterruptedException {
    keys.clientSecret();
    Map<String, String> headers =
        Map.of(
            "X-CLIENT-KEY", keys.clientKey(),
            "X-TIMESTAMP", timestamp,
            "X-SIGNATURE", keys.rsa(keys.clientKey() + "|" + timestamp));
    Delivery answer =
        api.deliver(
            new Notification(
                "token",
                path() + "/access-token/b2b",
                headers,
                "{\"grantType\":\"client_credentials\"}"));
    return answer.body().path("accessToken").asText("none");
  }

  private Map<String, String> headers() {
    return Map.of(
        "X-PARTNER-ID", keys.clientKey(),
        "X-EXTERNAL-ID",
            Long.toString(ThreadLocalRandom.current().nextLong(1L << 62, Long.MAX_VALUE)),
        "CHANNEL-ID", "95221");
  }

  /** A bank takes money for an account only after a yes. */
  @Override
  public boolean givesBackAfter(Delivery answer) {
    return answer.body().path("responseCode").asText().startsWith("40425");
  }

  /** Claims another amount than was signed. */
  @Override
  public Notification tampered(Notification notification) {
    return notification.withBody(notification.body().replace("\"value\":\"", "\"value\":\"1"));
  }

  private static ObjectNode money(Payment payment) {
    return Json.object().put("value", payment.amount() + ".00").put("currency", payment.currency());
  }

  private static String wib(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atOffset(WIB));
  }

  private static String sha256(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

package id.antrean.bench;

import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.SenderApi;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.doku.Doku;
import id.antrean.senders.doku.DokuStatus;
import id.antrean.senders.midtrans.Midtrans;
import id.antrean.senders.midtrans.StatusApi;
import id.antrean.senders.standard.StandardWebhooks;
import id.antrean.senders.xendit.Xendit;
import id.antrean.senders.xendit.XenditApi;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Webhooks signed as each sender signs them, and the senders that believe them. */
final class SignedNotices {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String KEY = "a-key-of-the-bench";
  private static final String CLIENT = "BENCH-0001";
  private static final String TARGET = "/v1/payments/notifications/doku";

  private SignedNotices() {}

  /** A sender, and a notification of it that it believes. */
  record Signed(WebhookSender sender, Request webhook) {}

  static StandardWebhooks standard() {
    return new StandardWebhooks(() -> List.of(SECRET));
  }

  /** Money for a bill, told by the sender of {@link #standard()}. */
  static Request paid(String id, String billingCode, long amount, Instant now) {
    String body =
        """
        {"type":"payment.succeeded","data":{"paymentId":"%s","billingCode":"%s","amount":%d,\
        "currency":"IDR","channel":"BANK_VA"}}"""
            .formatted(id, billingCode, amount);
    String time = Long.toString(now.getEpochSecond());
    byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    return webhook(
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            time,
            "webhook-signature",
            "v1," + base64(Digests.keyed("HmacSHA256", key, bytes(id + "." + time + "." + body)))),
        body);
  }

  /** One of each sender that posts to the place of all. */
  static List<Signed> ofEach(Instant now) {
    return List.of(
        new Signed(standard(), paid("event", "819204837561120", 950_000, now)),
        midtrans(),
        xendit(),
        doku(now));
  }

  private static Signed midtrans() {
    String order = "819204837561120";
    String signature = Digests.hex(Digests.sha512(bytes(order + "200" + "950000.00" + KEY)));
    return new Signed(
        new Midtrans(() -> List.of(KEY), new StatusApi(SenderApi.at(""), () -> List.of(KEY))),
        webhook(
            Map.of(),
            """
            {"transaction_id":"t","transaction_status":"settlement","status_code":"200",\
            "order_id":"%s","gross_amount":"950000.00","signature_key":"%s"}"""
                .formatted(order, signature)));
  }

  private static Signed xendit() {
    return new Signed(
        new Xendit(() -> List.of(KEY), new XenditApi(SenderApi.at(""), () -> List.of(KEY))),
        webhook(Map.of("x-callback-token", KEY), "{\"event\":\"payment.capture\",\"data\":{}}"));
  }

  private static Signed doku(Instant now) {
    String body = "{\"order\":{\"invoice_number\":\"819204837561120\",\"amount\":950000}}";
    String time = Instant.ofEpochSecond(now.getEpochSecond()).toString();
    String component =
        "Client-Id:%s\nRequest-Id:event\nRequest-Timestamp:%s\nRequest-Target:%s\nDigest:%s"
            .formatted(CLIENT, time, TARGET, base64(Digests.sha256(bytes(body))));
    return new Signed(
        new Doku(
            () -> List.of(CLIENT),
            () -> List.of(KEY),
            TARGET,
            new DokuStatus(SenderApi.at(""), () -> List.of(CLIENT), () -> List.of(KEY))),
        webhook(
            Map.of(
                "Client-Id",
                CLIENT,
                "Request-Id",
                "event",
                "Request-Timestamp",
                time,
                "Signature",
                "HMACSHA256=" + base64(Digests.keyed("HmacSHA256", bytes(KEY), bytes(component)))),
            body));
  }

  private static Request webhook(Map<String, String> headers, String body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new Request(
        "POST",
        "/payments/notifications/{aggregator}",
        Map.of(),
        Map.of(),
        anyCase,
        bytes(body),
        "bench");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

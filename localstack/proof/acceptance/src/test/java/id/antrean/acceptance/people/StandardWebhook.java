package id.antrean.acceptance.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A notification by the Standard Webhooks specification, signed here by whoever has the secret.
 *
 * @param secret with its prefix {@code whsec_}
 */
public record StandardWebhook(String id, long timestamp, String body, String secret) {
  private static final String PREFIX = "whsec_";

  /** A payment of this bill, told now. */
  public static StandardWebhook paid(String billingCode, long amount, Instant now, String secret) {
    String body =
        """
        {"type":"payment.succeeded","timestamp":"%s","data":{"paymentId":"%s","billingCode":"%s",\
        "amount":%d,"currency":"IDR","channel":"QRIS","paidAt":"%s","unknownToUs":true}}"""
            .formatted(now, UUID.randomUUID(), billingCode, amount, now);
    return new StandardWebhook("msg_" + UUID.randomUUID(), now.getEpochSecond(), body, secret);
  }

  /** The same with the other names that the scheme's headers have. */
  public Map<String, String> svixHeaders() {
    return Map.of(
        "svix-id",
        id,
        "svix-timestamp",
        Long.toString(timestamp),
        "svix-signature",
        "v1," + signature());
  }

  /** The same notification with another body, signed for it. */
  public StandardWebhook saying(String otherBody) {
    return new StandardWebhook(id, timestamp, otherBody, secret);
  }

  /** Sent at another time, signed for that time. */
  public StandardWebhook at(Instant other) {
    return new StandardWebhook(id, other.getEpochSecond(), body, secret);
  }

  public StandardWebhook signedWith(String otherSecret) {
    return new StandardWebhook(id, timestamp, body, otherSecret);
  }

  public Map<String, String> headers() {
    return headers("v1," + signature());
  }

  /** With this signature instead of the right one. */
  public Map<String, String> headers(String signature) {
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(timestamp),
        "webhook-signature", signature);
  }

  public String signature() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed = id + "." + timestamp + "." + body;
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package id.antrean.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sender that signs by the Standard Webhooks specification; each notice has the id it is given.
 */
record StandardSender(String id) {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  static String paid(String billingCode, long amount) {
    return said("payment.succeeded", billingCode, amount);
  }

  static String said(String type, String billingCode, long amount) {
    return """
    {"type":"%s","data":{"paymentId":"p1","billingCode":"%s","amount":%d,"currency":"IDR"}}"""
        .formatted(type, billingCode, amount);
  }

  Map<String, String> headers(String body, Instant now) {
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        "v1," + signature(id + "." + now.getEpochSecond() + "." + body));
  }

  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

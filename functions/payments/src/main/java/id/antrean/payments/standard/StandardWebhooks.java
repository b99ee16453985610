package id.antrean.payments.standard;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.payments.Aggregator;
import id.antrean.payments.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code standard} sender: headers {@code webhook-id}, {@code webhook-timestamp}, {@code
 * webhook-signature}; HMAC-SHA256 over id, timestamp and the raw body; five minutes of tolerance
 * both ways. The library for it knows only the system's clock, and the window is business time
 * here, so the few lines are our own.
 */
public final class StandardWebhooks implements Aggregator {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";
  private static final int LONGEST_ID = 200;

  private final Keys secrets;

  public StandardWebhooks(Keys secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return StandardBody.AGGREGATOR;
  }

  @Override
  public Optional<RawNotification> verify(Request webhook, Instant now) {
    String id = webhook.header("webhook-id").orElse("");
    String timestamp = webhook.header("webhook-timestamp").orElse("");
    String signatures = webhook.header("webhook-signature").orElse("");
    return isId(id)
            && isRecent(timestamp, now)
            && isSigned(id, timestamp, webhook.body(), signatures)
        ? Optional.of(
            new RawNotification(
                name(), id, new String(webhook.body(), StandardCharsets.UTF_8), now))
        : Optional.empty();
  }

  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private static boolean isRecent(String timestamp, Instant now) {
    if (timestamp.isEmpty()
        || timestamp.length() > 12
        || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
  }

  private boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
    List<byte[]> sent =
        Arrays.stream(signatures.split(" ", -1))
            .filter(entry -> entry.startsWith("v1,"))
            .flatMap(entry -> decode(entry.substring(3)).stream())
            .toList();
    return secrets.valid().stream()
        .flatMap(secret -> decode(withoutPrefix(secret)).stream())
        .map(key -> hmac(key, id, timestamp, body))
        .anyMatch(
            expected -> sent.stream().anyMatch(found -> MessageDigest.isEqual(expected, found)));
  }

  private static String withoutPrefix(String secret) {
    return secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(byte[] key, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      signed.writeBytes(body);
      return mac.doFinal(signed.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  @Override
  public Optional<PaymentNotification> translate(RawNotification raw) {
    return StandardBody.notification(raw);
  }

  /** The signature covers everything: nobody has to be asked. */
  @Override
  public Confirmation confirm(PaymentNotification claimed) {
    return new Confirmed(claimed);
  }
}

package id.antrean.senders.standard;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.Why;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code standard} sender: headers {@code webhook-id}, {@code webhook-timestamp}, {@code
 * webhook-signature}, or the same named {@code svix-…}; HMAC-SHA256 over id, timestamp and the raw
 * body; five minutes of tolerance both ways. The library for it knows only the system's clock, and
 * the window is business time here, so the few lines are our own.
 */
public final class StandardWebhooks implements WebhookSender {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";
  private static final int LONGEST_ID = 512;

  /** Signatures are separated by spaces; a header that came several times is joined by commas. */
  private static final Pattern BETWEEN_SIGNATURES = Pattern.compile(",?\\s+|,(?=v\\d+a?,)");

  private final Keys secrets;

  /** The three headers of one notification. */
  private record Signed(String id, String timestamp, String signatures) {}

  public StandardWebhooks(Keys secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return StandardBody.AGGREGATOR;
  }

  @Override
  public boolean signsEverything() {
    return true;
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return Optional.of(new StandardList());
  }

  @Override
  public Verdict verify(Request webhook, Instant now) {
    Optional<Signed> found = headers(webhook, "webhook-").or(() -> headers(webhook, "svix-"));
    if (found.isEmpty()) {
      return new Refused(Why.MISSING_HEADER);
    }
    Signed headers = found.get();
    if (!headers.timestamp().matches("\\d{1,12}")) {
      return new Refused(Why.UNREADABLE_TIMESTAMP);
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(headers.timestamp()));
    if (sent.isBefore(now.minus(TOLERANCE))) {
      return new Refused(Why.TIMESTAMP_TOO_OLD);
    }
    if (sent.isAfter(now.plus(TOLERANCE))) {
      return new Refused(Why.TIMESTAMP_TOO_NEW);
    }
    return isSigned(headers, webhook.body())
        ? new Authentic(
            new RawNotification(
                name(),
                headers.id(),
                new String(webhook.body(), StandardCharsets.UTF_8),
                now,
                Map.of(
                    "webhook-id", headers.id(),
                    "webhook-timestamp", headers.timestamp(),
                    "webhook-signature", headers.signatures())))
        : new Refused(Why.WRONG_SIGNATURE);
  }

  /** All three of one family; empty when one is missing. */
  private static Optional<Signed> headers(Request webhook, String family) {
    return webhook
        .header(family + "id")
        .filter(StandardWebhooks::isId)
        .flatMap(
            id ->
                webhook
                    .header(family + "timestamp")
                    .filter(timestamp -> !timestamp.isBlank())
                    .flatMap(
                        timestamp ->
                            webhook
                                .header(family + "signature")
                                .filter(signatures -> !signatures.isBlank())
                                .map(it -> new Signed(id, timestamp.strip(), it.strip()))));
  }

  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private boolean isSigned(Signed headers, byte[] body) {
    List<byte[]> sent =
        Arrays.stream(BETWEEN_SIGNATURES.split(headers.signatures()))
            .filter(entry -> entry.startsWith("v1,"))
            .flatMap(entry -> Digests.base64(entry.substring(3)).stream())
            .toList();
    return secrets
        .fitting(
            secret ->
                Digests.base64(withoutPrefix(secret))
                    .map(key -> hmac(key, headers.id(), headers.timestamp(), body))
                    .filter(expected -> sent.stream().anyMatch(it -> Digests.same(expected, it)))
                    .isPresent())
        .isPresent();
  }

  private static String withoutPrefix(String secret) {
    return secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
  }

  private static byte[] hmac(byte[] key, String id, String timestamp, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    return Digests.keyed("HmacSHA256", key, signed.toByteArray());
  }

  @Override
  public Translation translate(RawNotification raw) {
    return StandardBody.translation(raw);
  }

  /** The signature covers everything: nobody has to be asked. */
  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return new Confirmed(claimed);
  }
}

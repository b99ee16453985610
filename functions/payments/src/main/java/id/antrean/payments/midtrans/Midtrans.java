package id.antrean.payments.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.payments.Aggregator;
import id.antrean.payments.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Midtrans' HTTP notifications. The signature covers order, status code and amount, not the
 * transaction's status: on money its status API is asked.
 * docs.midtrans.com/docs/https-notification-webhooks.
 */
public final class Midtrans implements Aggregator {
  private final Keys serverKeys;
  private final StatusApi statusApi;

  public Midtrans(Keys serverKeys, StatusApi statusApi) {
    this.serverKeys = serverKeys;
    this.statusApi = statusApi;
  }

  @Override
  public String name() {
    return MidtransBody.AGGREGATOR;
  }

  @Override
  public Optional<RawNotification> verify(Request webhook, Instant now) {
    Optional<JsonNode> body = MidtransBody.parse(webhook.body());
    return body.isPresent() && isSigned(body.get())
        ? Optional.of(
            new RawNotification(
                name(), "", new String(webhook.body(), StandardCharsets.UTF_8), now))
        : Optional.empty();
  }

  /** SHA-512 over the three strings exactly as received and the server key. */
  private boolean isSigned(JsonNode body) {
    String signature = body.path("signature_key").asText();
    String signed =
        body.path("order_id").asText()
            + body.path("status_code").asText()
            + body.path("gross_amount").asText();
    return serverKeys.valid().stream()
        .map(key -> sha512(signed + key))
        .anyMatch(
            expected ->
                MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sha512(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  @Override
  public Optional<PaymentNotification> translate(RawNotification raw) {
    return MidtransBody.parse(raw.body().getBytes(StandardCharsets.UTF_8))
        .flatMap(body -> MidtransBody.notification(body, raw.receivedAt()));
  }

  /**
   * Agreed when the API knows the same payment for the same order as paid; what it says of the
   * amount counts.
   */
  @Override
  public Confirmation confirm(PaymentNotification claimed) {
    return switch (statusApi.status(claimed.paymentId())) {
      case StatusApi.Silent() -> new NoAnswer();
      case StatusApi.Told(JsonNode status) ->
          MidtransBody.notification(status, claimed.paidAt())
              .filter(
                  known ->
                      known.kind() == PaymentNotification.Kind.PAID
                          && known.paymentId().equals(claimed.paymentId())
                          && known.reference().equals(claimed.reference()))
              .<Confirmation>map(known -> new Confirmed(confirmed(claimed, known)))
              .orElseGet(NotSo::new);
    };
  }

  /** The notice keeps its identity; amount and currency are the API's. */
  private static PaymentNotification confirmed(
      PaymentNotification claimed, PaymentNotification known) {
    return new PaymentNotification(
        claimed.aggregator(),
        claimed.eventId(),
        claimed.paymentId(),
        claimed.reference(),
        known.amount(),
        known.currency(),
        claimed.kind(),
        claimed.paidAt(),
        claimed.channel(),
        claimed.ntpn());
  }
}

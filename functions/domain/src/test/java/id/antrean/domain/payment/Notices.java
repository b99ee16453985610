package id.antrean.domain.payment;

import id.antrean.domain.payment.PaymentNotification.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sender says in the tests of money, and when it comes. */
final class Notices {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private Notices() {}

  /** Of that payment by the bank {@code bank}. */
  static PaymentNotification of(String payment) {
    return saying(Kind.PAID, payment, "IDR", "QRIS");
  }

  static PaymentNotification of(Kind kind) {
    return saying(kind, "p1", "IDR", "QRIS");
  }

  static PaymentNotification in(String currency) {
    return saying(Kind.PAID, "p1", currency, "QRIS");
  }

  static PaymentNotification by(@Nullable String channel) {
    return saying(Kind.PAID, "p1", "IDR", channel);
  }

  static RawNotification raw(PaymentNotification notification) {
    return new RawNotification(notification.aggregator(), "id", "as it was sent", NOW);
  }

  private static PaymentNotification saying(
      Kind kind, String payment, String currency, @Nullable String channel) {
    return new PaymentNotification(
        "bank",
        "event-1",
        payment,
        "820261123000001",
        950_000,
        PaymentNotification.NOT_TOLD,
        currency,
        kind,
        NOW,
        channel,
        null);
  }
}

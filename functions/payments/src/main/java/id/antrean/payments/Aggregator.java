package id.antrean.payments;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * One aggregator: the one place where its signature, its format and its status API live. Another
 * aggregator is another implementation, made in {@link Wiring}; nothing else changes.
 */
public interface Aggregator {

  /** Its name in the path of its notifications. */
  String name();

  /** Checks the signature over the raw bytes. Empty for what is forged, replayed, or not signed. */
  Optional<RawNotification> verify(Request webhook, Instant now);

  /**
   * What the notification says, in our words; empty for what is not a notification of this sender.
   */
  Optional<PaymentNotification> translate(RawNotification raw);

  /**
   * Asks the sender whether that is so. A sender whose signature covers everything is believed
   * without asking.
   */
  Confirmation confirm(PaymentNotification claimed);

  /** What the sender's status API says. */
  sealed interface Confirmation {}

  /** It is so; the notification with what the API knows better. */
  record Confirmed(PaymentNotification notification) implements Confirmation {}

  /** It is not so, or not yet. */
  record NotSo() implements Confirmation {}

  /** The API did not answer. */
  record NoAnswer() implements Confirmation {}
}

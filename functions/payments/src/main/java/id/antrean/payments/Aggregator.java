package id.antrean.payments;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import java.time.Instant;

/**
 * One aggregator: the one place where its signature, its format and its status API live. Another
 * aggregator is another implementation, made in {@link Wiring}; nothing else changes.
 */
public interface Aggregator {

  /** Its name in the path of its notifications. */
  String name();

  /** Checks the signature over the raw bytes, in constant time. */
  Verdict verify(Request webhook, Instant now);

  /** What the notification says, in our words. */
  Translation translate(RawNotification raw);

  /** Whether its signature covers the whole notice, so that nobody has to be asked. */
  boolean signsEverything();

  /** Asks the sender whether that is so: that money came, and as much that it went. */
  Confirmation confirm(PaymentNotification claimed);

  /** Whether a notification is the sender's. */
  sealed interface Verdict {}

  /** It is, as it came over the wire. */
  record Authentic(RawNotification raw) implements Verdict {}

  /** It is not, or nobody can tell. */
  record Refused(Why why) implements Verdict {}

  /** Why it is refused; told to the sender, who learns nothing of the secret by it. */
  enum Why {
    MISSING_HEADER,
    UNREADABLE_TIMESTAMP,
    TIMESTAMP_TOO_OLD,
    TIMESTAMP_TOO_NEW,
    UNREADABLE_BODY,
    MISSING_SIGNATURE,
    WRONG_SIGNATURE
  }

  /** What a notification says. */
  sealed interface Translation {}

  record Understood(PaymentNotification notification) implements Translation {}

  /** It speaks of no payment: a ping. */
  record NoPayment() implements Translation {}

  /**
   * It was well signed and cannot be understood.
   *
   * @param about what is known of it all the same
   * @param pointer to what is not understood, a JSON Pointer
   */
  record NotUnderstood(PaymentNotification about, String pointer) implements Translation {}

  /** What the sender's status API says. */
  sealed interface Confirmation {}

  /** It is so; the notification with what the API knows better. */
  record Confirmed(PaymentNotification notification) implements Confirmation {}

  /** It is not so, or not yet. */
  record NotSo() implements Confirmation {}

  /** The API did not answer. */
  record NoAnswer() implements Confirmation {}
}

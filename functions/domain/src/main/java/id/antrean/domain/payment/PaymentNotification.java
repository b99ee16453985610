package id.antrean.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregator told us of a payment, in our words. Authentic, but not more: whether it
 * settles anything is decided by the application it is for.
 *
 * @param aggregator our name of the sender, {@code midtrans}
 * @param eventId the sender's identity of this very notice, unique per sender: a repeat carries the
 *     same
 * @param paymentId the sender's identity of the payment; several notices may speak of one payment
 * @param reference what the sender says the money is for: our billing code when well-formed
 * @param amount whole rupiah; -1 where the amount is not a whole number
 * @param currency as sent, {@code IDR}
 */
public record PaymentNotification(
    String aggregator,
    String eventId,
    String paymentId,
    String reference,
    long amount,
    String currency,
    Kind kind,
    Instant paidAt,
    @Nullable String channel,
    @Nullable String ntpn) {

  /** What happened to the money. */
  public enum Kind {
    /** It is there. */
    PAID,
    /** Nothing came yet, or we do not know the sender's word: changes nothing. */
    PENDING,
    /** Nothing will come: expired, cancelled, denied. Of a payment that had come, a reversal. */
    FAILED,
    /** It was there and was taken back: refund, chargeback, reversal. */
    TAKEN_BACK
  }
}

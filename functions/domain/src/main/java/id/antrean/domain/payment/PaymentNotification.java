package id.antrean.domain.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregator told us of a payment, in our words. Authentic, but not more: whether it
 * settles anything is decided by the application it is for.
 *
 * @param aggregator our name of the sender, {@code midtrans}
 * @param eventId the sender's identity of this very notice, unique per sender: a repeat carries the
 *     same; a refund's own key is part of it
 * @param paymentId the sender's identity of the payment; several notices may speak of one payment
 * @param reference what the sender says the money is for: our billing code when well-formed
 * @param amount whole rupiah that were owed, without a fee that the sender charged on top; of money
 *     taken back, what this notice says was; -1 where it does not say
 * @param returnedInAll what was taken back of the payment in all by now, where the sender tells;
 *     else -1
 * @param currency three capital letters, {@code IDR}; empty for anything else
 * @param channel as a person may see it
 */
public record PaymentNotification(
    String aggregator,
    String eventId,
    String paymentId,
    String reference,
    long amount,
    long returnedInAll,
    String currency,
    Kind kind,
    Instant paidAt,
    @Nullable String channel,
    @Nullable String ntpn) {
  /** An amount that is not told. */
  public static final long NOT_TOLD = -1;

  private static final int LONGEST_CHANNEL = 40;
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

  public PaymentNotification {
    channel = SentText.shown(channel, LONGEST_CHANNEL);
    currency = CODE.matcher(currency.strip()).matches() ? capitals(currency.strip()) : "";
  }

  private static String capitals(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  /** What happened to the money. */
  public enum Kind {
    /** It is there. */
    PAID,
    /** Nothing came yet, or we do not know the sender's word: changes nothing. */
    PENDING,
    /** The time to pay has ended without money; says nothing of money that came. */
    EXPIRED,
    /** Nothing will come: cancelled, denied. Of a payment that had come, a reversal. */
    FAILED,
    /** It was there and was taken back: refund, chargeback, reversal. */
    TAKEN_BACK
  }

  public NoticeId id() {
    return new NoticeId(reference, aggregator, eventId);
  }

  /** The same under another identity. */
  public PaymentNotification under(String otherEventId) {
    return new PaymentNotification(
        aggregator,
        otherEventId,
        paymentId,
        reference,
        amount,
        returnedInAll,
        currency,
        kind,
        paidAt,
        channel,
        ntpn);
  }

  /** Whether it speaks of that payment. */
  public boolean isOf(String sender, String payment) {
    return aggregator.equals(sender) && paymentId.equals(payment);
  }
}

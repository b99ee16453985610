package id.antrean.domain.payment;

import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one payment for a bill, beside the one that simply pays it: money that could
 * not settle it, and money that was taken back. One for each payment, however many notices come.
 *
 * @param amount what came; 0 while only its being taken back is known
 * @param at when we heard of it first
 * @param why why it did not settle the bill; null where it did, or has not come
 * @param returned what was taken back of it
 */
public record Receipt(
    String aggregator,
    String paymentId,
    long amount,
    String currency,
    Instant at,
    @Nullable ExceptionReason why,
    long returned) {

  public boolean isOf(PaymentNotification notification) {
    return notification.isOf(aggregator, paymentId);
  }

  public boolean isOfSamePayment(Receipt other) {
    return aggregator.equals(other.aggregator) && paymentId.equals(other.paymentId);
  }

  /** What its payer has to get back. */
  public long due() {
    return why == null ? 0 : Math.max(0, amount - returned);
  }

  /**
   * What is known to have gone back, as far as it can have been: nobody gets back more than came,
   * and while only its going back is known, what was owed stands for what came.
   */
  public long returnedOf(long owed) {
    return Math.min(returned, amount > 0 ? amount : owed);
  }

  public Receipt came(long money, String inCurrency, @Nullable ExceptionReason reason) {
    return new Receipt(
        aggregator, paymentId, money, inCurrency, at, reason, Math.min(returned, money));
  }

  public Receipt wentBack(long inAll) {
    return new Receipt(aggregator, paymentId, amount, currency, at, why, inAll);
  }

  /** It is owed to nobody: it pays another bill, or stays. */
  public Receipt resolved() {
    return new Receipt(aggregator, paymentId, amount, currency, at, null, returned);
  }

  public static Receipt of(PaymentNotification notification, Instant at) {
    return new Receipt(
        notification.aggregator(),
        notification.paymentId(),
        0,
        notification.currency(),
        at,
        null,
        0);
  }
}

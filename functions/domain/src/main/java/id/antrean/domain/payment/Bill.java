package id.antrean.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bill of an application. It keeps its code over several holds while the fee is the same, so that
 * money for an old hold is never lost; another fee makes another bill.
 *
 * @param fee frozen when the bill was issued
 * @param payment set when money settled it
 */
public record Bill(
    BillingCode code, Fee fee, Instant issuedAt, State state, @Nullable Payment payment) {

  /** What is known of the bill itself; whether it is payable now follows from the application. */
  public enum State {
    OPEN,
    /** Replaced, because the fee changed. Money for it is still taken in. */
    VOID,
    PAID
  }

  /**
   * Money that settled a bill.
   *
   * @param paymentId the aggregator's own id of this payment: a second notice of it is not a second
   *     payment
   * @param ntpn the treasury's receipt, when known
   */
  public record Payment(
      String aggregator,
      String paymentId,
      @Nullable String channel,
      Instant paidAt,
      @Nullable String ntpn) {}

  public static Bill issue(BillingCode code, Fee fee, Instant at) {
    return new Bill(code, fee, at, State.OPEN, null);
  }

  public long amount() {
    return fee.amount();
  }

  public Bill voided() {
    return new Bill(code, fee, issuedAt, State.VOID, payment);
  }

  /** It counts again: what it was for is asked for once more. */
  public Bill reopened() {
    return new Bill(code, fee, issuedAt, State.OPEN, payment);
  }

  public Bill paid(Payment by) {
    return new Bill(code, fee, issuedAt, State.PAID, by);
  }
}

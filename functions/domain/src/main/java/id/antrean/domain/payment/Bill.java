package id.antrean.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bill of an application. It keeps its code over several holds while the fee is the same, so that
 * money for an old hold is never lost; another fee makes another bill.
 *
 * @param fee frozen when the bill was issued
 * @param payment set when money settled it
 * @param receipts money that did not settle it or was taken back, oldest first
 * @param paymentCode the latest that was asked for; null while none was
 */
public record Bill(
    BillingCode code,
    Fee fee,
    Instant issuedAt,
    State state,
    @Nullable Payment payment,
    List<Receipt> receipts,
    @Nullable PaymentCode paymentCode) {
  /** So many payments of one bill its payer sees; what comes beyond them the office sees. */
  public static final int MOST_RECEIPTS = 16;

  public Bill {
    receipts = List.copyOf(receipts);
  }

  /** One that nobody asked a code for. */
  public Bill(
      BillingCode code,
      Fee fee,
      Instant issuedAt,
      State state,
      @Nullable Payment payment,
      List<Receipt> receipts) {
    this(code, fee, issuedAt, state, payment, receipts, null);
  }

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
      @Nullable String ntpn) {
    private static final int LONGEST_CHANNEL = 40;

    public Payment {
      // Also what was stored before senders' texts had a length.
      channel = SentText.shown(channel, LONGEST_CHANNEL);
    }

    private Payment provedBy(String number) {
      return new Payment(aggregator, paymentId, channel, paidAt, number);
    }
  }

  public static Bill issue(BillingCode code, Fee fee, Instant at) {
    return new Bill(code, fee, at, State.OPEN, null, List.of());
  }

  public long amount() {
    return fee.amount();
  }

  public Bill voided() {
    return new Bill(code, fee, issuedAt, State.VOID, payment, receipts, paymentCode);
  }

  /** It counts again: what it was for is asked for once more. */
  public Bill reopened() {
    return new Bill(code, fee, issuedAt, State.OPEN, payment, receipts, paymentCode);
  }

  public Bill paid(Payment by) {
    return new Bill(code, fee, issuedAt, State.PAID, by, receipts, paymentCode);
  }

  /** The money that settled it was taken back: it is to be paid again, or replaced. */
  public Bill unpaid(State next) {
    return new Bill(code, fee, issuedAt, next, null, receipts, paymentCode);
  }

  /** The treasury has received what paid it: the number that proves it is on it from now on. */
  public Bill provedBy(String ntpn) {
    Payment paid = payment;
    return paid == null
        ? this
        : new Bill(code, fee, issuedAt, state, paid.provedBy(ntpn), receipts, paymentCode);
  }

  /** With another thing known of its latest code. */
  public Bill with(PaymentCode latest) {
    return new Bill(code, fee, issuedAt, state, payment, receipts, latest);
  }

  /**
   * A code is asked for, which is not there yet.
   *
   * @param expiresAt the deadline of the hold
   */
  public Bill asking(PayOffer offer, Instant now, Instant expiresAt) {
    int attempt = paymentCode == null ? 1 : paymentCode.attempt() + 1;
    return with(PaymentCode.asked(offer, attempt, now, expiresAt));
  }

  /** Whether a sender may take money for it: not while another may have a code that is alive. */
  public boolean isPayableAt(String aggregator) {
    return paymentCode == null
        || !paymentCode.mayBePaid()
        || paymentCode.offer().aggregator().equals(aggregator);
  }

  public boolean isPaidBy(PaymentNotification notification) {
    return payment != null && notification.isOf(payment.aggregator(), payment.paymentId());
  }

  /** What is on record of the payment that the notice speaks of. */
  public Optional<Receipt> receiptOf(PaymentNotification notification) {
    return receipts.stream().filter(receipt -> receipt.isOf(notification)).findFirst();
  }

  public boolean hasRoomFor(PaymentNotification notification) {
    return receipts.size() < MOST_RECEIPTS || receiptOf(notification).isPresent();
  }

  /**
   * With this receipt in the place of what was on record of its payment. That money which had
   * settled the bill was taken back is always put down; the oldest other receipt gives way then.
   */
  public Bill with(Receipt receipt) {
    List<Receipt> all = new ArrayList<>(receipts);
    int place = placeOf(receipt);
    if (place >= 0) {
      all.set(place, receipt);
    } else {
      if (all.size() >= MOST_RECEIPTS) {
        all.removeFirst();
      }
      all.add(receipt);
    }
    return new Bill(code, fee, issuedAt, state, payment, all, paymentCode);
  }

  private int placeOf(Receipt receipt) {
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.get(i).isOfSamePayment(receipt)) {
        return i;
      }
    }
    return -1;
  }
}

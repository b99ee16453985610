package id.antrean.senders;

import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.RawNotification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes by which bills can be paid at an aggregator. Each is known there by a reference of ours, so
 * that asking for it, ending it and looking at it can be repeated whatever became of the answer.
 */
public interface PayableCodes extends SeeMoney {
  /**
   * A code, whether it is there yet or not.
   *
   * @param amount whole rupiah
   */
  record Wanted(BillingCode bill, PaymentCode code, long amount) {
    public String reference() {
      return code.reference(bill);
    }

    public PayOffer offer() {
      return code.offer();
    }
  }

  /** Has it made. It is paid in full or not at all, and dies when it is to expire. */
  Issued issue(Wanted code, Instant now);

  /** Sees to it that it can be paid no more; one that never was is at its end too. */
  Ended end(Wanted code, Instant now);

  /** Whether money came for it. */
  Seen see(Wanted code, Instant now);

  /** Whether money came for the bill under its own code, which nobody asked this aggregator for. */
  @Override
  default Seen seeBill(BillingCode bill, Instant now) {
    return new Unpaid();
  }

  /** What came of asking for a code. */
  sealed interface Issued {}

  record Given(String code, @Nullable String qr, @Nullable String senderId) implements Issued {
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_QR = 1_000;

    /** Whether it is as long as such a thing can be: it is kept with the application. */
    public boolean isBounded() {
      return code.length() <= LONGEST_CODE
          && (qr == null || qr.length() <= LONGEST_QR)
          && (senderId == null || senderId.length() <= LONGEST_CODE);
    }
  }

  /** The aggregator does not make it. */
  record Declined() implements Issued {}

  /** What came of ending one. */
  sealed interface Ended {}

  record Gone() implements Ended {}

  /** What came of looking at one. */
  sealed interface Seen {}

  record Unpaid() implements Seen {}

  /** Money came; what the aggregator says of it, as if it had told us. */
  record Paid(RawNotification told) implements Ended, Seen {}

  /** The aggregator did not answer: nothing is known. */
  record Silent() implements Issued, Ended, Seen {}
}

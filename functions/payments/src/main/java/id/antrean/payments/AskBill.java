package id.antrean.payments;

import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.settlement.BillNow;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a bill is at this moment. Throws {@link id.antrean.domain.Unavailable}. */
@Singleton
final class AskBill {
  private final FindBilled billed;
  private final Clock clock;

  AskBill(FindBilled billed, Clock clock) {
    this.billed = billed;
    this.clock = clock;
  }

  /**
   * For an aggregator that is about to take money.
   *
   * @param reference as a sender writes it; what is no billing code is nobody's bill
   */
  BillNow now(String reference, String aggregator) {
    return billed
        .by(reference)
        .map(
            it -> BillNow.of(it.booking(), new BillingCode(reference), aggregator, clock.instant()))
        .orElseGet(BillNow.Unknown::new);
  }
}

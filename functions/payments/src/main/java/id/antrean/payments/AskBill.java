package id.antrean.payments;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.settlement.BillNow;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What a bill is at this moment. Throws {@link id.antrean.domain.Unavailable}. */
@Singleton
final class AskBill {
  private final FindBill bills;
  private final FindApplication applications;
  private final Clock clock;

  AskBill(FindBill bills, FindApplication applications, Clock clock) {
    this.bills = bills;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * For an aggregator that is about to take money.
   *
   * @param reference as a sender writes it; what is no billing code is nobody's bill
   */
  BillNow now(String reference, String aggregator) {
    if (!BillingCode.isValid(reference)) {
      return new BillNow.Unknown();
    }
    BillingCode code = new BillingCode(reference);
    Optional<Application> application = bills.applicationOf(code).flatMap(applications::find);
    return application
        .map(it -> BillNow.of(it.booking(), code, aggregator, clock.instant()))
        .orElseGet(BillNow.Unknown::new);
  }
}

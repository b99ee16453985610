package id.antrean.payments;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds whose bill a reference names, whatever a sender wrote there. */
@Singleton
final class FindBilled {
  private final FindBill bills;
  private final FindApplication applications;

  FindBilled(FindBill bills, FindApplication applications) {
    this.bills = bills;
    this.applications = applications;
  }

  /** Empty where it is nobody's. */
  Optional<Application> by(String reference) {
    return BillingCode.isValid(reference)
        ? bills.applicationOf(new BillingCode(reference)).flatMap(applications::find)
        : Optional.empty();
  }
}

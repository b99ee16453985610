package id.antrean.domain.payment;

import id.antrean.domain.ApplicationId;
import java.util.Optional;

/** Finds whose bill a billing code is. */
public interface FindBill {
  Optional<ApplicationId> applicationOf(BillingCode code);
}

package id.antrean.senders;

import id.antrean.domain.payment.BillingCode;
import id.antrean.senders.PayableCodes.Seen;
import java.time.Instant;

/** Asks an aggregator whether money came for a bill under its own code. */
public interface SeeMoney {
  Seen seeBill(BillingCode bill, Instant now);
}

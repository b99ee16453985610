package id.antrean.domain.policy;

import id.antrean.domain.booking.Booking;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which bill a seat is held on. The one that is open serves as long as the fee is the same; what
 * was billed before at that fee is billed by its former code again, so that there are never more
 * bills than fees, and money for an old hold is never lost.
 */
public sealed interface WhatIsOwed {

  /** Nothing new: it is paid, or billed already. */
  record NothingNew() implements WhatIsOwed {}

  /** A bill that was replaced counts again. */
  record Again(Bill bill) implements WhatIsOwed {}

  /** A new bill; its code may turn out to be another's. */
  record New(Bill bill) implements WhatIsOwed {}

  /**
   * What a seat at that fee is held on.
   *
   * @param codes draws a code, asked for a new bill only
   */
  static WhatIsOwed by(Booking booking, Fee fee, Supplier<BillingCode> codes, Instant now) {
    if (booking.paid() || booking.bill().filter(bill -> bill.fee().equals(fee)).isPresent()) {
      return new NothingNew();
    }
    Optional<Bill> former = booking.replacedBillFor(fee);
    return former.isPresent()
        ? new Again(former.get().reopened())
        : new New(Bill.issue(codes.get(), fee, now));
  }
}

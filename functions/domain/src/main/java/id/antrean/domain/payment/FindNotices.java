package id.antrean.domain.payment;

import java.util.List;

/** Finds what senders told of a bill. */
public interface FindNotices {
  /** A hundred at the most, in no order. */
  List<StoredNotification> ofBill(BillingCode bill);
}

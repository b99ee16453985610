package id.antrean.domain.payment;

import java.time.LocalDate;
import java.util.List;

/** Finds what senders told of a bill. */
public interface FindNotices {
  /** A hundred at the most, in no order. */
  List<StoredNotification> ofBill(BillingCode bill);

  /** All that came of a bill, in no order. */
  List<NoticeRow> rowsOfBill(BillingCode bill);

  /** All that came on that day of Jakarta, in the order in which they came. */
  List<NoticeRow> ofDay(LocalDate day);
}

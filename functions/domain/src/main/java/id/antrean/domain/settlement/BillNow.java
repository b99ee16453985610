package id.antrean.domain.settlement;

import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bill is at one moment, for whoever is about to take money for it. Stricter than what
 * becomes of money that has come: a counter refuses a bill whose time is over, while money that was
 * taken for it all the same still counts.
 */
public sealed interface BillNow {
  /** To be paid until then. */
  record Unpaid(Bill bill, Instant payBy) implements BillNow {}

  /** It was paid, or the application was, by another bill. */
  record Paid() implements BillNow {}

  /** Nobody should pay it now: its hold is over, or another bill took its place. */
  record Expired() implements BillNow {}

  /** There is no such bill. */
  record Unknown() implements BillNow {}

  /**
   * What it is for whoever asks.
   *
   * @param aggregator who is about to take money: a bill has one code at a time that is alive
   */
  static BillNow of(Booking booking, BillingCode code, String aggregator, Instant now) {
    return booking.bills().stream()
        .filter(bill -> bill.code().equals(code))
        .findFirst()
        .<BillNow>map(bill -> of(booking, bill, aggregator, now))
        .orElseGet(Unknown::new);
  }

  private static BillNow of(Booking booking, Bill bill, String aggregator, Instant now) {
    if (booking.paid()) {
      return new Paid();
    }
    return until(booking)
        .filter(
            payBy ->
                bill.state() == Bill.State.OPEN
                    && now.isBefore(payBy)
                    && bill.isPayableAt(aggregator))
        .<BillNow>map(payBy -> new Unpaid(bill, payBy))
        .orElseGet(Expired::new);
  }

  /** A seat whose money was taken back is to be paid again, before its day. */
  private static Optional<Instant> until(Booking booking) {
    return switch (booking.state()) {
      case Held(_, Instant payBy) -> Optional.of(payBy);
      case Confirmed(Seat seat) -> Optional.of(seat.dayBegins());
      default -> Optional.empty();
    };
  }
}

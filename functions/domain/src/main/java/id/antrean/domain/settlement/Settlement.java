package id.antrean.domain.settlement;

import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Visited;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.time.Instant;
import java.util.Optional;

/**
 * What a notification means for a booking. Never asks for the deadline: money that came is money
 * that came, and buys a seat unless its day is over. The right amount for any of the application's
 * bills settles it; whatever cannot settle is kept for a person to look at, and its payer sees it
 * on the bill. What is decided does not depend on the order in which the notices of a payment come.
 */
public sealed interface Settlement {

  /**
   * The money settles this bill.
   *
   * @param bill as it was, with what came of the payment put down
   * @param keepsSeat whether what is paid for is what the seat that is held costs, and its day is
   *     not over; else the person picks another without paying again
   */
  record Settles(Bill bill, Bill.Payment payment, boolean keepsSeat) implements Settlement {}

  /**
   * Money came that settles nothing.
   *
   * @param bill with the receipt
   */
  record Keeps(Bill bill, Receipt receipt, ExceptionReason why) implements Settlement {}

  /**
   * Money was taken back.
   *
   * @param bill with the receipt
   * @param paidNoMore whether all of what had settled the bill is gone
   */
  record TakesBack(Bill bill, Receipt receipt, boolean paidNoMore) implements Settlement {}

  /** It is put down on no bill, and changes no application. */
  sealed interface OnNoBill extends Settlement {}

  /** It says nothing new. */
  record Nothing() implements OnNoBill {}

  /** A person has to look at it; nobody's bill shows it. */
  record Exceptional(ExceptionReason why) implements OnNoBill {}

  /**
   * What it means for that booking as it stands.
   *
   * @param now put down as the time at which we first heard of a payment
   */
  static Settlement of(Booking booking, PaymentNotification notification, Instant now) {
    Optional<Bill> bill =
        booking.bills().stream()
            .filter(it -> it.code().value().equals(notification.reference()))
            .findFirst();
    return bill.isEmpty()
        ? ofUnknownBill(notification)
        : switch (notification.kind()) {
          case PENDING, EXPIRED -> new Nothing();
          case FAILED -> ofFailure(booking, bill.get(), notification, now);
          case TAKEN_BACK -> ofMoneyBack(booking, bill.get(), notification, now);
          case PAID -> ofMoney(booking, bill.get(), notification, now);
        };
  }

  /** Money that is nobody's here is a person's to look at; that no money came for it is not. */
  static OnNoBill ofUnknownBill(PaymentNotification notification) {
    return switch (notification.kind()) {
      case PENDING, EXPIRED, FAILED -> new Nothing();
      case PAID, TAKEN_BACK -> new Exceptional(ExceptionReason.UNKNOWN_BILL);
    };
  }

  /**
   * What it means that its office takes the money as it is: where its bill is still to be paid, it
   * is paid by it. Empty where there is nothing that it could pay.
   */
  static Optional<Settles> accepted(
      Booking booking, PaymentNotification notification, Instant now) {
    boolean payable =
        isWhole(booking, notification)
            && notification.kind() == PaymentNotification.Kind.PAID
            && notification.currency().equals("IDR")
            && !booking.paid()
            && switch (booking.state()) {
              case None _, Held _, PaidWithoutSeat _ -> true;
              case Confirmed _, CheckedIn _, Visited _, Cancelled _ -> false;
            };
    return booking.bills().stream()
        .filter(bill -> payable && bill.code().value().equals(notification.reference()))
        .findFirst()
        .map(
            bill ->
                new Settles(
                    bill.receiptOf(notification).map(it -> bill.with(it.resolved())).orElse(bill),
                    payment(notification),
                    keepsSeat(booking, bill) && !isOver(booking, now)));
  }

  /** Whether it is on record as money that came, of another amount, and none of it went back. */
  private static boolean isWhole(Booking booking, PaymentNotification notification) {
    return booking.bills().stream()
        .flatMap(bill -> bill.receiptOf(notification).stream())
        .anyMatch(it -> it.why() == ExceptionReason.WRONG_AMOUNT && it.returned() == 0);
  }

  // ---- Money comes ----

  private static Settlement ofMoney(
      Booking booking, Bill bill, PaymentNotification notification, Instant now) {
    Optional<Receipt> known = bill.receiptOf(notification);
    if (isPaidBy(booking, notification)
        || known.filter(it -> it.amount() == notification.amount()).isPresent()) {
      // Several notices may speak of one payment: a second one of it is not a second payment.
      return new Nothing();
    }
    Receipt before =
        whatWentBack(known.orElseGet(() -> Receipt.of(notification, now)), notification);
    Optional<ExceptionReason> why = whyNot(booking, bill, before, notification);
    if (why.isPresent()) {
      return keep(bill, before, notification, why.get());
    }
    Bill settled =
        before.returned() > 0 ? bill.with(before.came(notification.amount(), "IDR", null)) : bill;
    return new Settles(
        settled, payment(notification), keepsSeat(booking, bill) && !isOver(booking, now));
  }

  /** What was taken back of a payment before it was told, or that its sender tells with it. */
  private static Receipt whatWentBack(Receipt receipt, PaymentNotification notification) {
    long inAll = Math.min(notification.returnedInAll(), notification.amount());
    return inAll > receipt.returned() ? receipt.wentBack(inAll) : receipt;
  }

  /** Why money for that bill does not settle it. */
  private static Optional<ExceptionReason> whyNot(
      Booking booking, Bill bill, Receipt before, PaymentNotification notification) {
    if (!notification.currency().equals("IDR")) {
      return Optional.of(ExceptionReason.WRONG_CURRENCY);
    }
    if (before.returned() > 0 && before.returned() >= notification.amount()) {
      return Optional.of(ExceptionReason.TAKEN_BACK);
    }
    if (notification.amount() != bill.amount()) {
      return Optional.of(ExceptionReason.WRONG_AMOUNT);
    }
    if (booking.paid()) {
      return Optional.of(ExceptionReason.ALREADY_PAID);
    }
    return switch (booking.state()) {
      case None _, Held _, PaidWithoutSeat _ -> Optional.empty();
      case Cancelled _ -> Optional.of(ExceptionReason.APPLICATION_CANCELLED);
      // Its money was taken back; the seat is that of the open bill.
      case Confirmed _, CheckedIn _, Visited _ ->
          keepsSeat(booking, bill) ? Optional.empty() : Optional.of(ExceptionReason.WRONG_AMOUNT);
    };
  }

  private static Settlement keep(
      Bill bill, Receipt before, PaymentNotification notification, ExceptionReason why) {
    if (!bill.hasRoomFor(notification)) {
      return new Exceptional(why);
    }
    Receipt kept = before.came(Math.max(0, notification.amount()), notification.currency(), why);
    return new Keeps(bill.with(kept), kept, why);
  }

  /** Whether a seat that is held is of a day on which nobody can come any more. */
  private static boolean isOver(Booking booking, Instant now) {
    return booking.seat().filter(seat -> !now.isBefore(seat.dayEnds())).isPresent();
  }

  private static boolean keepsSeat(Booking booking, Bill bill) {
    return booking.bill().filter(due -> due.fee().isForTheSameAs(bill.fee())).isPresent();
  }

  private static boolean isPaidBy(Booking booking, PaymentNotification notification) {
    return booking.paidBill().filter(bill -> bill.isPaidBy(notification)).isPresent();
  }

  private static Bill.Payment payment(PaymentNotification notification) {
    return new Bill.Payment(
        notification.aggregator(),
        notification.paymentId(),
        notification.channel(),
        notification.paidAt(),
        notification.ntpn());
  }

  // ---- Money goes ----

  /**
   * A payment that failed after it had come is gone as a whole; one that never came says nothing.
   */
  private static Settlement ofFailure(
      Booking booking, Bill bill, PaymentNotification notification, Instant now) {
    boolean came =
        bill.isPaidBy(notification)
            || bill.receiptOf(notification).filter(it -> it.amount() > 0).isPresent();
    return came ? goesBack(booking, bill, notification, Long.MAX_VALUE, now) : new Nothing();
  }

  private static Settlement ofMoneyBack(
      Booking booking, Bill bill, PaymentNotification notification, Instant now) {
    if (notification.amount() <= 0 && notification.returnedInAll() <= 0) {
      return new Exceptional(ExceptionReason.TAKEN_BACK);
    }
    long before = bill.receiptOf(notification).map(Receipt::returned).orElse(0L);
    long inAll =
        notification.returnedInAll() > 0
            ? Math.max(before, notification.returnedInAll())
            : before + Math.min(notification.amount(), Long.MAX_VALUE - before);
    return goesBack(booking, bill, notification, inAll, now);
  }

  private static Settlement goesBack(
      Booking booking, Bill bill, PaymentNotification notification, long inAll, Instant now) {
    boolean paid = bill.isPaidBy(notification);
    Optional<Receipt> known = bill.receiptOf(notification);
    if (!paid && !bill.hasRoomFor(notification)) {
      return new Exceptional(ExceptionReason.TAKEN_BACK);
    }
    Receipt before = known.orElseGet(() -> Receipt.of(notification, now));
    if (paid && before.amount() == 0) {
      before = before.came(bill.amount(), "IDR", null);
    }
    // No more can go back than came; a fee on top that went back too was never ours.
    long returned = before.amount() > 0 ? Math.min(inAll, before.amount()) : inAll;
    if (returned <= before.returned()) {
      return new Nothing();
    }
    Receipt after = before.wentBack(returned);
    boolean paidNoMore = paid && returned >= before.amount();
    Bill recorded = bill.with(after);
    return new TakesBack(
        paidNoMore ? recorded.unpaid(openOrReplaced(booking)) : recorded, after, paidNoMore);
  }

  /** An application has one open bill at the most. */
  private static Bill.State openOrReplaced(Booking booking) {
    return booking.bills().stream().anyMatch(bill -> bill.state() == Bill.State.OPEN)
        ? Bill.State.VOID
        : Bill.State.OPEN;
  }
}

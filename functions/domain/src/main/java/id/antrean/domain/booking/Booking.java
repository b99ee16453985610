package id.antrean.domain.booking;

import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.booking.BookingState.Visit;
import id.antrean.domain.booking.BookingState.Visited;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.Tariffs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The half of an application that is about its seat and its money. It knows nothing of papers but
 * whether they are complete, which it is told.
 *
 * @param bills one a fee, the latest last
 * @param history what its past leaves to be decided by
 */
public record Booking(BookingState state, List<Bill> bills, BookingHistory history) {

  /** Nothing was booked yet. */
  public static final Booking NOTHING = new Booking(new None(), List.of(), BookingHistory.NONE);

  public Booking {
    bills = List.copyOf(bills);
  }

  // ---- What it is ----

  /** The state with a seat, if it is one. */
  public Optional<Seated> seated() {
    return state instanceof Seated seated ? Optional.of(seated) : Optional.empty();
  }

  /** The seat that is bound, if one is. */
  public Optional<Seat> seat() {
    return seated().map(Seated::seat);
  }

  /** The seat that is bound, or that its visit had: it is nobody else's. */
  public Optional<Seat> place() {
    return state instanceof Visited(Seat seat, _) ? Optional.of(seat) : seat();
  }

  /** Whether a code may still be paid though nothing is to be paid by it any more. */
  public boolean hasStrayCode() {
    return bills.stream().anyMatch(this::hasStrayCode);
  }

  /** The same of one of its bills. */
  public boolean hasStrayCode(Bill bill) {
    PaymentCode code = bill.paymentCode();
    boolean toBePaid = state instanceof Held && bill.state() == Bill.State.OPEN;
    return code != null && code.mayBePaid() && !toBePaid;
  }

  /** Until when a seat that is held has to be paid for. */
  public Optional<Instant> payBy() {
    return state instanceof Held held ? Optional.of(held.payBy()) : Optional.empty();
  }

  /** The bill that counts: the paid one, else the open one. */
  public Optional<Bill> bill() {
    return billIn(Bill.State.PAID).or(() -> billIn(Bill.State.OPEN));
  }

  public Optional<Bill> paidBill() {
    return billIn(Bill.State.PAID);
  }

  /** Whether money that was not taken back settled a bill. */
  public boolean paid() {
    return paidBill().isPresent();
  }

  private Optional<Bill> billIn(Bill.State billState) {
    return bills.stream().filter(bill -> bill.state() == billState).findFirst();
  }

  /** Whether what was paid for is that passport, in whichever lane. */
  public boolean isPaidFor(PassportRequest wanted, Instant appliedAt) {
    return paidBill()
        .filter(
            bill ->
                Stream.of(Lane.values())
                    .map(lane -> Tariffs.fee(wanted, lane, appliedAt))
                    .anyMatch(bill.fee()::isForTheSameAs))
        .isPresent();
  }

  /** A bill that another has replaced, for the same things at the same price. */
  public Optional<Bill> replacedBillFor(Fee fee) {
    return bills.stream()
        .filter(bill -> bill.state() == Bill.State.VOID && bill.fee().equals(fee))
        .findFirst();
  }

  /** Where its seat is, or its latest was. */
  public Optional<SessionId> latestSession() {
    return place().map(Seat::session).or(() -> Optional.ofNullable(history.lastSession()));
  }

  // ---- What becomes of it ----

  /** A seat is held until it is paid for. */
  public Booking holding(Seat seat, Instant payBy, Instant now) {
    return new Booking(new Held(seat, payBy), bills, history.tookUnpaid(now));
  }

  /** A seat is found for what was paid. */
  public Booking choosing(Seat seat) {
    return new Booking(new Confirmed(seat), bills, history.foundPaid());
  }

  /** Another seat in the place of the one that is had; moving one that is paid for counts. */
  public Booking moved(Seated from, Seat to, Instant now) {
    return new Booking(
        from.in(to), bills, from instanceof Held ? history.tookUnpaid(now) : history.movedPaid());
  }

  /** Its session was made longer or shorter. */
  public Booking until(Seated seated, Instant endsAt) {
    return new Booking(seated.until(endsAt), bills, history);
  }

  /** Its person has come. */
  public Booking checkedIn(Confirmed came, Instant now) {
    return in(new CheckedIn(came.seat(), now), history);
  }

  /** Its visit has that outcome. */
  public Booking visited(Seated seated, Visit how) {
    return in(new Visited(seated.seat(), how), history);
  }

  /** The seat is left, and what is paid stays paid. */
  public Booking leaving(Seated left) {
    return leaving(left.seat());
  }

  private Booking leaving(Seat left) {
    return withoutSeat(history.left(left.session()));
  }

  /**
   * Its office closed the session: what is paid stays paid and finds another seat, what is not is
   * owed no more.
   */
  public Booking closedOut(Seated left) {
    Booking without = leaving(left.seat());
    return without.paid()
        ? without
        : without.withBills(
            without.bills.stream()
                .map(bill -> bill.state() == Bill.State.OPEN ? bill.voided() : bill)
                .toList());
  }

  /** The seat was not paid for in time. */
  public Booking expired(Held unpaid, Instant now) {
    return in(new None(), history.left(unpaid.seat().session()).expired(now));
  }

  /** Another seat may be chosen, whatever became of the one that was had. */
  public Booking reopened() {
    return place().map(this::leaving).orElseGet(() -> withoutSeat(history));
  }

  public Booking cancelled() {
    return in(new Cancelled(), seat().map(left -> history.left(left.session())).orElse(history));
  }

  private Booking withoutSeat(BookingHistory past) {
    return in(paid() ? new PaidWithoutSeat() : new None(), past);
  }

  /** With a bill that replaces the open one: a new one, or one that counts again. */
  public Booking billed(Bill bill) {
    return withBills(
        Stream.concat(
                bills.stream()
                    .filter(old -> !old.code().equals(bill.code()))
                    .map(old -> old.state() == Bill.State.OPEN ? old.voided() : old),
                Stream.of(bill))
            .toList());
  }

  /**
   * Money settled one of its bills: it keeps its seat, or may pick one, or keeps the money until
   * its papers are complete. Where nothing waits for money, as where a seat's former money was
   * taken back, it changes no state.
   *
   * @param complete whether the papers are
   */
  public Booking settled(Bill bill, Bill.Payment payment, boolean keepsSeat, boolean complete) {
    Booking paid = withBill(bill.paid(payment));
    return switch (state) {
      case Held(Seat seat, _) when keepsSeat -> paid.in(new Confirmed(seat), history);
      case Held(Seat seat, _) ->
          paid.in(new PaidWithoutSeat(), history.left(seat.session()).paidTooLate());
      case None _ when complete -> paid.in(new PaidWithoutSeat(), history.paidTooLate());
      case None _, Confirmed _, CheckedIn _, PaidWithoutSeat _, Visited _, Cancelled _ -> paid;
    };
  }

  /**
   * What is put down on a bill of money that settles nothing or goes back. A seat stays until a
   * person decides about it; without one there is nothing left to pick a seat with.
   *
   * @param complete whether the papers are
   */
  public Booking with(Bill bill, boolean complete) {
    return withBill(bill).papersAre(complete);
  }

  /** Without a seat, complete papers and money make the difference between waiting and choosing. */
  public Booking papersAre(boolean complete) {
    return switch (state) {
      case None _, PaidWithoutSeat _ ->
          in(complete && paid() ? new PaidWithoutSeat() : new None(), history);
      case Held _, Confirmed _, CheckedIn _, Visited _, Cancelled _ -> this;
    };
  }

  private Booking in(BookingState next, BookingHistory past) {
    return new Booking(next, bills, past);
  }

  private Booking withBill(Bill changed) {
    return withBills(
        bills.stream().map(bill -> bill.code().equals(changed.code()) ? changed : bill).toList());
  }

  private Booking withBills(List<Bill> others) {
    return new Booking(state, others, history);
  }
}

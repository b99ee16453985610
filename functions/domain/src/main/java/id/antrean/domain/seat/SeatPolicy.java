package id.antrean.domain.seat;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Fee;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who may take which seat. Each rule is one method that answers the refusal, or nothing; the first
 * refusal counts.
 */
final class SeatPolicy {
  private final HoldTerms terms;

  SeatPolicy(HoldTerms terms) {
    this.terms = terms;
  }

  /**
   * What somebody asks for. Two offices may have a say: whether one may come in is the asked one's
   * to decide; until when and how often one may leave a confirmed seat is the decision of the one
   * that has it, by its own clock.
   *
   * @param office whose session it is
   * @param booked whose seat the application has now; empty when it has none, or its office is none
   *     any more and keeps nobody
   */
  record Wish(
      Application application,
      Office office,
      Optional<Office> booked,
      SessionId session,
      Fee fee,
      Instant now) {}

  /** Why this application may not take a seat in that session now; empty when it may try. */
  Optional<Refusal> refuses(Wish wish) {
    return firstOf(
        switch (wish.application().status()) {
          case DRAFT -> List.of(() -> papersMissing(wish));
          case READY ->
              List.of(
                  () -> identityForbids(wish),
                  () -> pausedAfterExpiries(wish),
                  () -> takesTooMany(wish),
                  () -> notOffered(wish),
                  () -> sessionCutOff(wish));
          case AWAITING_PAYMENT ->
              List.of(() -> takesTooMany(wish), () -> notOffered(wish), () -> sessionCutOff(wish));
          case PAID_UNSCHEDULED ->
              List.of(() -> notOffered(wish), () -> sessionCutOff(wish), () -> otherFee(wish));
          case CONFIRMED ->
              List.of(
                  () -> moneyTakenBack(wish),
                  () -> movedTooOften(wish),
                  () -> bookingCutOff(wish),
                  () -> notOffered(wish),
                  () -> sessionCutOff(wish),
                  () -> otherFee(wish));
          case CHECKED_IN, COMPLETED, NO_SHOW, CANCELLED ->
              List.of(() -> Optional.of(new Refusal.WrongStatus(wish.application().status())));
        });
  }

  private static Optional<Refusal> firstOf(List<Supplier<Optional<Refusal>>> rules) {
    return rules.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Refusal> papersMissing(Wish wish) {
    return Optional.of(new Refusal.NotReady(wish.application().missing()));
  }

  private static Optional<Refusal> identityForbids(Wish wish) {
    IdentityVerdict verdict = wish.application().identity().verdict();
    return verdict.allowsBooking() ? Optional.empty() : Optional.of(new Refusal.Identity(verdict));
  }

  /**
   * Seats are not held for sport: who lets too many expire waits until the oldest of them is a day
   * old.
   */
  private Optional<Refusal> pausedAfterExpiries(Wish wish) {
    List<Instant> recent = wish.application().expiriesSince(wish.now().minus(HoldTerms.PAUSE));
    return recent.size() < terms.expiriesBeforePause()
        ? Optional.empty()
        : Optional.of(
            new Refusal.Pause(
                recent
                    .get(terms.expiriesBeforePause() - 1)
                    .plus(HoldTerms.PAUSE)
                    .atZone(wish.office().zone())));
  }

  /** Sessions are compared by looking, not by taking one after the other. */
  private Optional<Refusal> takesTooMany(Wish wish) {
    return wish.application()
        .history()
        .mayTakeFrom(terms.takesPerHour(), wish.now())
        .map(from -> new Refusal.TooManyRequests(Duration.between(wish.now(), from)));
  }

  /** A seat that is had already stays, whatever its office offers by now. */
  private static Optional<Refusal> notOffered(Wish wish) {
    return wish.office().offers(wish.application().passport(), wish.session().lane())
        ? Optional.empty()
        : Optional.of(new Refusal.NotOffered());
  }

  private static Optional<Refusal> sessionCutOff(Wish wish) {
    return tooLate(wish.office(), wish.session().date(), wish.now());
  }

  private static Optional<Refusal> bookingCutOff(Wish wish) {
    LocalDate day = wish.application().bound().session().date();
    return wish.booked().flatMap(office -> tooLate(office, day, wish.now()));
  }

  private static Optional<Refusal> tooLate(Office office, LocalDate day, Instant now) {
    ZonedDateTime until = office.cutOff(day).atZone(office.zone());
    return now.isBefore(until.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(until));
  }

  /** Whoever got the money back keeps the seat until somebody decides, and moves it nowhere. */
  private static Optional<Refusal> moneyTakenBack(Wish wish) {
    return wish.application().paidBill().isPresent()
        ? Optional.empty()
        : Optional.of(new Refusal.WrongStatus(wish.application().status()));
  }

  private static Optional<Refusal> movedTooOften(Wish wish) {
    return wish.booked()
        .map(Office::rescheduleLimit)
        .filter(limit -> wish.application().rescheduled() >= limit)
        .map(Refusal.RescheduleLimit::new);
  }

  private static Optional<Refusal> otherFee(Wish wish) {
    return wish.application()
        .paidBill()
        .filter(bill -> !bill.fee().isForTheSameAs(wish.fee()))
        .map(
            bill ->
                new Refusal.OtherFee(!wish.application().isPaidFor(wish.application().passport())));
  }
}

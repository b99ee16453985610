package id.antrean.domain.booking;

import id.antrean.domain.Refusal;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Fee;
import java.time.Duration;
import java.time.Instant;
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

  /** Why this application may not take a seat in that session now; empty when it may try. */
  Optional<Refusal> refuses(
      Application application, Office office, SessionId session, Fee fee, Instant now) {
    return firstOf(
        switch (application.status()) {
          case DRAFT -> List.of(() -> papersMissing(application));
          case READY ->
              List.of(
                  () -> identityForbids(application),
                  () -> pausedAfterExpiries(application, office, now),
                  () -> takesTooMany(application, now),
                  () -> sessionCutOff(office, session, now));
          case AWAITING_PAYMENT ->
              List.of(
                  () -> takesTooMany(application, now), () -> sessionCutOff(office, session, now));
          case PAID_UNSCHEDULED ->
              List.of(() -> sessionCutOff(office, session, now), () -> otherFee(application, fee));
          case CONFIRMED ->
              List.of(
                  () -> movedTooOften(application, office),
                  () -> bookingCutOff(application, office, now),
                  () -> sessionCutOff(office, session, now),
                  () -> otherFee(application, fee));
          case CHECKED_IN, COMPLETED, NO_SHOW, CANCELLED ->
              List.of(() -> Optional.of(new Refusal.WrongStatus(application.status())));
        });
  }

  private static Optional<Refusal> firstOf(List<Supplier<Optional<Refusal>>> rules) {
    return rules.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Refusal> papersMissing(Application application) {
    return Optional.of(new Refusal.NotReady(application.missing()));
  }

  private static Optional<Refusal> identityForbids(Application application) {
    return application.identity().verdict().allowsBooking()
        ? Optional.empty()
        : Optional.of(new Refusal.Identity(application.identity().verdict()));
  }

  /**
   * Seats are not held for sport: who lets too many expire waits until the oldest of them is a day
   * old.
   */
  private Optional<Refusal> pausedAfterExpiries(
      Application application, Office office, Instant now) {
    List<Instant> recent = application.expiriesSince(now.minus(HoldTerms.PAUSE));
    return recent.size() < terms.expiriesBeforePause()
        ? Optional.empty()
        : Optional.of(
            new Refusal.Pause(
                recent
                    .get(terms.expiriesBeforePause() - 1)
                    .plus(HoldTerms.PAUSE)
                    .atZone(office.zone())));
  }

  /** Sessions are compared by looking, not by taking one after the other. */
  private Optional<Refusal> takesTooMany(Application application, Instant now) {
    return application
        .history()
        .mayTakeFrom(terms.takesPerHour(), now)
        .map(from -> new Refusal.TooManyRequests(Duration.between(now, from)));
  }

  private static Optional<Refusal> sessionCutOff(Office office, SessionId session, Instant now) {
    return tooLate(office.cutOff(session.date()).atZone(office.zone()), now);
  }

  private static Optional<Refusal> bookingCutOff(
      Application application, Office office, Instant now) {
    return tooLate(office.cutOff(application.bound().session().date()).atZone(office.zone()), now);
  }

  private static Optional<Refusal> tooLate(ZonedDateTime until, Instant now) {
    return now.isBefore(until.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(until));
  }

  private static Optional<Refusal> movedTooOften(Application application, Office office) {
    return application.rescheduled() < office.rescheduleLimit()
        ? Optional.empty()
        : Optional.of(new Refusal.RescheduleLimit(office.rescheduleLimit()));
  }

  private static Optional<Refusal> otherFee(Application application, Fee fee) {
    return application.paidBill().filter(bill -> bill.amount() != fee.amount()).isPresent()
        ? Optional.of(new Refusal.OtherFee())
        : Optional.empty();
  }
}

package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.BillingCodeTaken;
import id.antrean.domain.application.SaveApplication.HoldsExhausted;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.PersonHasBooking;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.policy.WhatIsOwed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The last step of holding a seat: one transaction, conditional on the version at which the seat
 * was claimed, makes it the application's; what refuses it says what becomes of the seat.
 */
final class BindSeat {
  /**
   * How many billing codes are drawn for one bill. Two drawn alike in a row are a fault, not
   * chance.
   */
  private static final int DRAWS = 5;

  private final FindApplication applications;
  private final FreeSeat free;
  private final SaveApplication save;
  private final NewBillingCode codes;
  private final OneBookingAPerson oneBooking;
  private final HoldTerms terms;
  private final Clock clock;

  BindSeat(
      FindApplication applications,
      FreeSeat free,
      SaveApplication save,
      NewBillingCode codes,
      OneBookingAPerson oneBooking,
      HoldTerms terms,
      Clock clock) {
    this.applications = applications;
    this.free = free;
    this.save = save;
    this.codes = codes;
    this.oneBooking = oneBooking;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A seat that is claimed for an application.
   *
   * @param application as it was read, at the version of the hold
   */
  record Claim(
      Application application,
      OneBookingAPerson.Standing standing,
      Session session,
      HoldId hold,
      Fee fee,
      Actor by,
      Instant now) {

    Seat seat() {
      return new Seat(session.id(), hold, session.startsAt(), session.endsAt(), session.zone());
    }
  }

  /**
   * Binds it; empty when the application changed meanwhile and everything has to start again. A
   * seat that was not bound is free, or has its message.
   */
  Optional<Outcome<Application>> bind(Claim claim) {
    try {
      return bindWhereItFits(claim);
    } catch (TooLarge neverFits) {
      if (!letGo(claim)) {
        return afterMove(claim);
      }
      throw neverFits;
    }
  }

  private Optional<Outcome<Application>> bindWhereItFits(Claim claim) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Change.Bind change = binding(claim);
      switch (save.bind(change)) {
        case Saved() -> {
          VacateSeat.left(change.before(), change.after())
              .ifPresent(seat -> free.freeNowOrByMessage(seat.session(), seat.hold()));
          return Optional.of(Outcome.done(change.after()));
        }
        case Moved() -> {
          return afterMove(claim);
        }
        case PersonHasBooking() -> {
          return giveUp(claim, oneBooking.personHasBooking(claim.application()));
        }
        case HoldsExhausted(List<ApplicationId> holding) -> {
          return giveUp(
              claim,
              oneBooking.accountHoldsTooMany(
                  claim.application(), holding, claim.session().zone(), clock.instant()));
        }
        case BillingCodeTaken() -> {
          // Another code is drawn.
        }
      }
    }
    throw new Unavailable("no unused billing code was drawn");
  }

  private Change.Bind binding(Claim claim) {
    Application application = claim.application();
    Booking booking = application.booking();
    Application after = taken(claim);
    Change.Bind change =
        switch (WhatIsOwed.by(booking, claim.fee(), codes::draw, claim.now())) {
          case WhatIsOwed.NothingNew() -> Change.bind(application, after);
          case WhatIsOwed.Again(Bill bill) -> Change.bind(application, after.billed(bill));
          case WhatIsOwed.New(Bill bill) ->
              Change.bind(application, after.billed(bill)).with(new Change.IssueBill(bill));
        };
    if (booking.seated().isPresent()) {
      return change;
    }
    Change.Bind guarded = claim.standing().guarding(change);
    return booking.paid()
        ? guarded
        : guarded.with(new Change.CountHold(terms.unpaidHoldsOf(application)));
  }

  private Application taken(Claim claim) {
    Application application = claim.application();
    Optional<Seated> present = application.booking().seated();
    if (present.isPresent()) {
      return application.move(present.get(), claim.seat(), claim.by(), claim.now());
    }
    Instant payBy =
        claim
            .seat()
            .deadline(claim.now().plus(terms.paymentWindow()).truncatedTo(ChronoUnit.SECONDS));
    return application.booking().paid()
        ? application.choose(claim.seat(), claim.by(), claim.now())
        : application.hold(claim.seat(), payBy, claim.by(), claim.now());
  }

  /** The bind was refused because the application is no longer at the version that was read. */
  private Optional<Outcome<Application>> afterMove(Claim claim) {
    SessionId session = claim.session().id();
    Optional<Application> now = applications.find(claim.application().id());
    if (now.flatMap(it -> it.booking().seat())
        .filter(seat -> seat.is(session, claim.hold()))
        .isPresent()) {
      // A twin of this request, or a first try of ours whose answer was lost, bound this very hold.
      return now.map(Outcome::done);
    }
    // The version only rises, so this hold can never be bound any more.
    free.freeNowOrByMessage(session, claim.hold());
    return Optional.empty();
  }

  /**
   * The bind was refused for good while the application still stands at the hold's version. A twin
   * may be binding the hold this very moment, so the version is raised first; only then is the seat
   * nobody's.
   */
  private Optional<Outcome<Application>> giveUp(Claim claim, Refusal why) {
    return letGo(claim) ? Optional.of(Outcome.refused(why)) : afterMove(claim);
  }

  /** Fences the hold and frees its seat; false when the application changed meanwhile. */
  private boolean letGo(Claim claim) {
    Application application = claim.application();
    boolean fenced = save.save(Change.of(application, application.fence())) instanceof Saved;
    if (fenced) {
      free.freeNowOrByMessage(claim.session().id(), claim.hold());
    }
    return fenced;
  }
}

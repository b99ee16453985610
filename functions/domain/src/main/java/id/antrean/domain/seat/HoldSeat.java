package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.BillingCodeTaken;
import id.antrean.domain.application.SaveApplication.HoldsExhausted;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.NoticeKnown;
import id.antrean.domain.application.SaveApplication.PersonHasBooking;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import id.antrean.domain.seat.ClaimSeat.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a seat for an application, moves it, or gives one to somebody who has paid: read, arm,
 * claim, bind. The order keeps the rules at every crash point: from the armed message on a crash
 * repairs itself, and a seat counts as the application's only when it is bound at the version that
 * was read.
 */
public final class HoldSeat {
  /** How often a request starts again because the application changed under it. */
  private static final int ATTEMPTS = 3;

  /**
   * How many billing codes are drawn for one bill. Two drawn alike in a row are a fault, not
   * chance.
   */
  private static final int DRAWS = 5;

  private final FindApplication applications;
  private final FindOffice offices;
  private final ArmHold arm;
  private final ClaimSeat claims;
  private final FreeSeat free;
  private final Doorkeeper door;
  private final SaveApplication save;
  private final NewBillingCode codes;
  private final HoldTerms terms;
  private final SeatPolicy policy;
  private final Admission admission;
  private final Clock clock;

  public HoldSeat(
      FindApplication applications,
      FindOffice offices,
      FindGuards guards,
      ArmHold arm,
      ClaimSeat claims,
      FreeSeat free,
      Doorkeeper door,
      SaveApplication save,
      NewBillingCode codes,
      HoldTerms terms,
      Clock clock) {
    this.applications = applications;
    this.offices = offices;
    this.arm = arm;
    this.claims = claims;
    this.free = free;
    this.door = door;
    this.save = save;
    this.codes = codes;
    this.terms = terms;
    this.policy = new SeatPolicy(terms);
    this.admission = new Admission(guards, applications, terms);
    this.clock = clock;
  }

  /**
   * Binds a seat in that session to the application. A repeat answers as the first did.
   *
   * @param ifVersion refuse when the application stands at another version; null for no condition
   * @return refused as {@link Refusal.Overtaken} where another request bound a seat meanwhile: of
   *     several at once one wins, and nobody's seat is moved by a request that did not know of it
   * @throws Unavailable when a store did not take part; a seat claimed until then frees itself
   */
  public Outcome<Application> hold(
      ApplicationId id, SessionId session, Actor by, @Nullable IfVersion ifVersion) {
    Application first = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application application = found.get();
      if (ifVersion != null && !ifVersion.allows(application.revision())) {
        return Outcome.refused(new Refusal.Stale(application.revision()));
      }
      if (hasSeatIn(application, session)) {
        return Outcome.done(application);
      }
      if (first != null && isOvertaken(first, application)) {
        return overtaken(application);
      }
      first = first == null ? application : first;
      Optional<Outcome<Application>> answer = attempt(application, session, by);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return overtaken(Objects.requireNonNull(first));
  }

  /**
   * Whether a request that is not this one bound a seat, or paid for it, since this one first
   * looked: what it asks for now is not what its person saw when they asked.
   */
  private static boolean isOvertaken(Application first, Application now) {
    return now.status().live()
        && !(now.status() == first.status() && now.bound().hold().equals(first.bound().hold()));
  }

  private static Outcome<Application> overtaken(Application application) {
    SeatBooking seat = application.booking();
    return Outcome.refused(new Refusal.Overtaken(seat == null ? null : seat.session()));
  }

  private static boolean hasSeatIn(Application application, SessionId session) {
    return application.status().live() && application.bound().session().equals(session);
  }

  /**
   * One walk through the protocol; empty when the application changed meanwhile and it has to start
   * again.
   */
  private Optional<Outcome<Application>> attempt(
      Application application, SessionId session, Actor by) {
    Instant now = clock.instant();
    Optional<Office> office = offices.find(session.office());
    if (office.isEmpty()) {
      return refuse(new Refusal.UnknownSession());
    }
    Fee fee = Tariffs.fee(application.passport(), session.lane(), now);
    Optional<Refusal> refusal =
        policy
            .refuses(
                new SeatPolicy.Wish(
                    application, office.get(), booked(application), session, fee, now))
            .or(() -> turnedAway(session, application, by));
    if (refusal.isPresent()) {
      return refuse(refusal.get());
    }
    Admission.Standing standing = admission.standing(application, office.get().zone(), now);
    if (standing.refusal().isPresent()) {
      return refuse(standing.refusal().get());
    }
    HoldId hold = new HoldId(application.id(), application.version());
    arm(hold, session, application.booking());
    return switch (claims.claim(session, hold, now)) {
      case Claimed(Session claimed) ->
          bind(new Walk(application, standing, claimed, hold, fee, by, now));
      case Refused(Session seen) -> refuse(door.refuses(seen));
      case Unknown() -> refuse(new Refusal.UnknownSession());
    };
  }

  /**
   * If we crash before the seat is bound, the message frees it; if we crash after a swap, it frees
   * the seat that the application had.
   */
  private void arm(HoldId hold, SessionId session, @Nullable SeatBooking present) {
    if (present == null) {
      arm.arm(hold, session);
    } else {
      arm.armExchange(hold, session, HoldMessage.Left.of(present));
    }
  }

  private Optional<Office> booked(Application application) {
    SeatBooking seat = application.booking();
    return seat == null ? Optional.empty() : offices.find(seat.session().office());
  }

  /** Only people come in crowds; late money asks the store itself. */
  private Optional<Refusal> turnedAway(SessionId session, Application application, Actor by) {
    return by instanceof Actor.Applicant
        ? door.turnsAway(session, application.id())
        : Optional.empty();
  }

  /** What a walk through the protocol knows when its seat is claimed. */
  private record Walk(
      Application application,
      Admission.Standing standing,
      Session session,
      HoldId hold,
      Fee fee,
      Actor by,
      Instant now) {}

  private Optional<Outcome<Application>> bind(Walk walk) {
    try {
      return bindWhereItFits(walk);
    } catch (TooLarge neverFits) {
      if (!letGo(walk)) {
        return afterMove(walk);
      }
      throw neverFits;
    }
  }

  private Optional<Outcome<Application>> bindWhereItFits(Walk walk) {
    SeatBooking present = walk.application().booking();
    for (int draw = 0; draw < DRAWS; draw++) {
      Change change = binding(walk);
      switch (save.save(change)) {
        case Saved() -> {
          if (present != null) {
            free.freeNowOrByMessage(present.session(), present.hold());
          }
          return Optional.of(Outcome.done(change.after()));
        }
        case Moved() -> {
          return afterMove(walk);
        }
        case PersonHasBooking() -> {
          return giveUp(walk, admission.personHasBooking(walk.application()));
        }
        case HoldsExhausted(List<ApplicationId> holding) -> {
          return giveUp(
              walk, admission.tooManyHolds(holding, walk.session().zone(), clock.instant()));
        }
        case BillingCodeTaken() -> {
          // Another code is drawn.
        }
        case NoticeKnown ignored ->
            throw new IllegalStateException("a booking keeps no notification");
      }
    }
    throw new Unavailable("no unused billing code was drawn");
  }

  private Change binding(Walk walk) {
    Application application = walk.application();
    boolean paid = application.paidBill().isPresent();
    boolean moves = application.status().live();
    SeatBooking seat = seat(walk, paid);
    Application after =
        moves
            ? application.move(seat, walk.by(), walk.now())
            : application.take(seat, walk.by(), walk.now());
    Change change = Change.of(application, after);
    if (!paid && application.bill().filter(bill -> bill.fee().equals(walk.fee())).isEmpty()) {
      change = billing(application, after, walk.fee(), walk.now());
    }
    if (!moves) {
      change = walk.standing().guarding(change);
      if (!paid) {
        change = change.with(new Change.CountHold(terms.unpaidHolds()));
      }
    }
    return change;
  }

  private SeatBooking seat(Walk walk, boolean paid) {
    Session session = walk.session();
    Instant payBy =
        paid
            ? null
            : walk.application().status() == Status.AWAITING_PAYMENT
                ? walk.application().bound().payBy()
                : walk.now().plus(terms.paymentWindow()).truncatedTo(ChronoUnit.SECONDS);
    return new SeatBooking(
        session.id(), walk.hold(), session.startsAt(), session.endsAt(), session.zone(), payBy);
  }

  /**
   * Another fee than the open bill's. What was billed before at the same fee is billed by the same
   * code again, so that there are never more bills than fees.
   */
  private Change billing(Application application, Application after, Fee fee, Instant now) {
    return application
        .replacedBillFor(fee)
        .map(former -> Change.of(application, after.billed(former.reopened())))
        .orElseGet(
            () -> {
              Bill bill = Bill.issue(codes.draw(), fee, now);
              return Change.of(application, after.billed(bill)).with(new Change.IssueBill(bill));
            });
  }

  /** The bind was refused because the application is no longer at the version that was read. */
  private Optional<Outcome<Application>> afterMove(Walk walk) {
    SessionId session = walk.session().id();
    Optional<Application> now = applications.find(walk.application().id());
    SeatBooking bound = now.map(Application::booking).orElse(null);
    if (bound != null && bound.is(session, walk.hold())) {
      // A twin of this request, or a first try of ours whose answer was lost, bound this very hold.
      return now.map(Outcome::done);
    }
    // The version only rises, so this hold can never be bound any more.
    free.freeNowOrByMessage(session, walk.hold());
    return Optional.empty();
  }

  /**
   * The bind was refused for good while the application still stands at the hold's version. A twin
   * may be binding the hold this very moment, so the version is raised first; only then is the seat
   * nobody's.
   */
  private Optional<Outcome<Application>> giveUp(Walk walk, Refusal why) {
    return letGo(walk) ? refuse(why) : afterMove(walk);
  }

  /** Fences the hold and frees its seat; false when the application changed meanwhile. */
  private boolean letGo(Walk walk) {
    Application application = walk.application();
    boolean fenced = save.save(Change.of(application, application.fence())) instanceof Saved;
    if (fenced) {
      free.freeNowOrByMessage(walk.session().id(), walk.hold());
    }
    return fenced;
  }

  private static Optional<Outcome<Application>> refuse(Refusal why) {
    return Optional.of(Outcome.refused(why));
  }
}

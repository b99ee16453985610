package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.policy.SeatPolicy;
import id.antrean.domain.policy.Wish;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import id.antrean.domain.seat.ClaimSeat.Unknown;
import java.time.Clock;
import java.time.Instant;
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

  private final FindApplication applications;
  private final FindOffice offices;
  private final ArmHold arm;
  private final ClaimSeat claims;
  private final SoldOutFromMemory losers;
  private final SeatPolicy policy;
  private final OneBookingAPerson oneBooking;
  private final BindSeat bind;
  private final Clock clock;

  public HoldSeat(
      FindApplication applications,
      FindOffice offices,
      FindGuards guards,
      ArmHold arm,
      ClaimSeat claims,
      FreeSeat free,
      SoldOutFromMemory losers,
      SaveApplication save,
      NewBillingCode codes,
      HoldTerms terms,
      Clock clock) {
    this.applications = applications;
    this.offices = offices;
    this.arm = arm;
    this.claims = claims;
    this.losers = losers;
    this.policy = new SeatPolicy(terms);
    this.oneBooking = new OneBookingAPerson(guards, applications, terms);
    this.bind = new BindSeat(applications, free, save, codes, oneBooking, terms, clock);
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
    return take(new Wanted(id, by, ifVersion), session, policy::refuses);
  }

  /**
   * Gives a seat there back to whom a closure took it from, who has paid and has none: the office's
   * cut-off is nothing to them.
   */
  public Outcome<Application> giveBack(ApplicationId id, SessionId session, Actor by) {
    return take(new Wanted(id, by, null), session, policy::refusesToGiveBack);
  }

  /** Asks of a wish whether it may be had. */
  private interface Rules {
    Optional<Refusal> refuses(Wish wish);
  }

  private Outcome<Application> take(Wanted wanted, SessionId session, Rules rules) {
    Application first = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Outcome<Application> found = ChangeApplication.find(applications, wanted);
      if (!(found instanceof Outcome.Done<Application>(Application application))
          || hasSeatIn(application, session)) {
        return found;
      }
      if (first != null && isOvertaken(first, application)) {
        return overtaken(application);
      }
      first = first == null ? application : first;
      Optional<Outcome<Application>> answer = attempt(application, session, wanted.by(), rules);
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
    return now.booking().seated().isPresent()
        && !(now.status() == first.status() && hold(now).equals(hold(first)));
  }

  private static Optional<HoldId> hold(Application application) {
    return application.booking().seat().map(Seat::hold);
  }

  private static Outcome<Application> overtaken(Application application) {
    return Outcome.refused(
        new Refusal.Overtaken(application.booking().seat().map(Seat::session).orElse(null)));
  }

  private static boolean hasSeatIn(Application application, SessionId session) {
    return application.booking().seat().filter(seat -> seat.session().equals(session)).isPresent();
  }

  /**
   * One walk through the protocol; empty when the application changed meanwhile and it has to start
   * again.
   */
  private Optional<Outcome<Application>> attempt(
      Application application, SessionId session, Actor by, Rules rules) {
    Instant now = clock.instant();
    Optional<Office> office = offices.find(session.office());
    if (office.isEmpty()) {
      return refuse(new Refusal.UnknownSession());
    }
    Fee fee = Tariffs.fee(application.dossier().passport(), session.lane(), now);
    Optional<Refusal> refusal =
        rules
            .refuses(new Wish(application, office.get(), booked(application), session, fee, now))
            .or(() -> turnedAway(session, application, by));
    if (refusal.isPresent()) {
      return refuse(refusal.get());
    }
    OneBookingAPerson.Standing standing =
        oneBooking.standing(application, office.get().zone(), now);
    if (standing.refusal().isPresent()) {
      return refuse(standing.refusal().get());
    }
    HoldId hold = new HoldId(application.id(), application.version());
    arm(hold, session, application.booking().seat());
    return switch (claims.claim(session, hold, now)) {
      case Claimed(Session claimed) -> {
        Optional<Outcome<Application>> bound =
            bind.bind(new BindSeat.Claim(application, standing, claimed, hold, fee, by, now));
        bound.ifPresent(this::endCodesOfTheFormerFee);
        yield bound;
      }
      case Refused(Session seen) -> refuse(losers.refuses(seen));
      case Unknown() -> refuse(new Refusal.UnknownSession());
    };
  }

  /**
   * If we crash before the seat is bound, the message frees it; if we crash after a swap, it frees
   * the seat that the application had.
   */
  private void arm(HoldId hold, SessionId session, Optional<Seat> present) {
    present.ifPresentOrElse(
        seat -> arm.armExchange(hold, session, HoldMessage.Left.of(seat)),
        () -> arm.arm(hold, session));
  }

  private void endCodesOfTheFormerFee(Outcome<Application> bound) {
    if (bound instanceof Outcome.Done<Application>(Application after)) {
      after.booking().seat().ifPresent(seat -> StrayCodes.endSoon(arm, after, seat));
    }
  }

  private Optional<Office> booked(Application application) {
    return application.booking().seat().flatMap(seat -> offices.find(seat.session().office()));
  }

  /**
   * People come in crowds, and ask again and again; what nobody waits for asks the store itself.
   */
  private Optional<Refusal> turnedAway(SessionId session, Application application, Actor by) {
    return by instanceof Actor.Service
        ? Optional.empty()
        : losers.turnsAway(session, application.id());
  }

  private static Optional<Outcome<Application>> refuse(Refusal why) {
    return Optional.of(Outcome.refused(why));
  }
}

package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepResolution;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Stage;
import id.antrean.domain.payment.Resolution.Wish;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.VacateSeat;
import id.antrean.domain.settlement.Settlement;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People decide what becomes of money that settled nothing; above an amount it takes two of them.
 * What is decided is written down before it is carried out, so that a crash half-way goes on where
 * it stopped with the next request, and nobody decides otherwise meanwhile. Saying again what was
 * said changes nothing.
 */
@Singleton
public final class ResolveException {
  private static final int ATTEMPTS = 5;

  private final KeepNotification notifications;
  private final KeepResolution resolutions;
  private final ChangeApplication changes;
  private final FindBilled billed;
  private final MoveMoney moving;
  private final ReceivePayment receive;
  private final SecondPerson second;
  private final Clock clock;

  public ResolveException(
      KeepNotification notifications,
      KeepResolution resolutions,
      FindApplication applications,
      SaveApplication save,
      ArmHold arm,
      FreeSeat free,
      FindBilled billed,
      MoveMoney moving,
      ReceivePayment receive,
      SecondPerson second,
      Clock clock) {
    this.notifications = notifications;
    this.resolutions = resolutions;
    this.changes = new ChangeApplication(applications, new VacateSeat(arm, free, save));
    this.billed = billed;
    this.moving = moving;
    this.receive = receive;
    this.second = second;
    this.clock = clock;
  }

  /**
   * A notice that a person has to look at, and how far that is.
   *
   * @param application whose bill it names; null where it is nobody's
   * @param resolution null while nobody decided anything
   */
  public record Exceptional(
      StoredNotification notice,
      @Nullable Application application,
      @Nullable Resolution resolution) {
    /** Whether it is that person's concern: their office's, or nobody's, and not their own. */
    boolean concerns(Actor.Staff somebody) {
      return application == null
          || (application.isOf(somebody.office())
              && !application.belongsTo(new Actor.Applicant(somebody.name())));
    }
  }

  /** Empty where there is no such notice, or nothing to decide about it. */
  public Optional<Exceptional> find(NoticeId id) {
    return notifications
        .find(id)
        .filter(notice -> notice.state() == State.EXCEPTION)
        .map(
            notice ->
                new Exceptional(
                    notice,
                    billed.by(id.reference()).orElse(null),
                    resolutions.resolutionOf(id).orElse(null)));
  }

  /** Throws {@link Unavailable} where it could not be carried out yet: the same again goes on. */
  public Outcome<Exceptional> resolve(NoticeId id, Wish wish, Actor.Staff by) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Exceptional> found = find(id).filter(it -> it.concerns(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Optional<Outcome<Exceptional>> ended = resolve(found.get(), wish, by);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    throw new Unavailable("others decided about the same money again and again");
  }

  /** Empty when somebody else was faster, and it has to be looked at again. */
  private Optional<Outcome<Exceptional>> resolve(Exceptional found, Wish wish, Actor.Staff by) {
    Resolution known = found.resolution();
    if (known != null && known.stage() != Stage.PROPOSED) {
      return known.isFor(wish)
          ? goOn(found, known, by)
          : Optional.of(Outcome.refused(new Refusal.AlreadyResolved()));
    }
    if (wish.action() == Action.MOVE && !moving.mayMove(found, wish.target(), by)) {
      return Optional.of(Outcome.refused(new Refusal.OtherBill()));
    }
    Instant now = clock.instant();
    Resolution next =
        known == null
            ? Resolution.first(by.name(), wish, second.isNeededFor(found, wish), now)
            : known.and(by.name(), wish, now);
    boolean written =
        next.equals(known) || resolutions.write(found.notice().notification().id(), next);
    return written ? goOn(found, next, by) : Optional.empty();
  }

  /** From where it stands: a decision is carried out, a proposal waits, what is done is done. */
  private Optional<Outcome<Exceptional>> goOn(Exceptional found, Resolution next, Actor.Staff by) {
    Exceptional decided = new Exceptional(found.notice(), found.application(), next);
    return next.stage() == Stage.DECIDED
        ? carryOut(decided, next, by)
        : Optional.of(Outcome.done(decided));
  }

  // ---- What is decided is carried out ----

  private Optional<Outcome<Exceptional>> carryOut(
      Exceptional decided, Resolution resolution, Actor.Staff by) {
    NoticeId id = decided.notice().notification().id();
    Resolution done = resolution.done(clock.instant());
    BillingCode target = resolution.target();
    if (resolution.action() == Action.MOVE && target != null) {
      if (!moving.move(decided, target)) {
        return Optional.of(Outcome.refused(new Refusal.AlreadyResolved()));
      }
    }
    Application application = decided.application();
    if (application == null) {
      return resolutions.write(id, done)
          ? Optional.of(Outcome.done(new Exceptional(decided.notice(), null, done)))
          : Optional.empty();
    }
    Optional<Application> after =
        changes.follow(
            application.id(),
            new Actor.Service("payments"),
            it -> become(it, decided.notice(), done, by));
    after.ifPresent(receive::tryOldSession);
    return after.map(it -> Outcome.done(new Exceptional(decided.notice(), it, done)));
  }

  /** Its end and what its person sees of it are one step. */
  private Decision become(
      Application application, StoredNotification notice, Resolution done, Actor.Staff by) {
    NoticeId id = notice.notification().id();
    if (resolutions.resolutionOf(id).filter(it -> it.stage() == Stage.DONE).isPresent()) {
      return new Stay();
    }
    Application after = after(application, notice.notification(), done, by);
    return new Become(Change.of(application, after).resolving(id, done));
  }

  private Application after(
      Application application, PaymentNotification money, Resolution done, Actor.Staff by) {
    Instant now = clock.instant();
    // Of what was taken back, or was no money, nothing is said as if it were here.
    long amount = money.kind() == Kind.PAID ? Math.max(0, money.amount()) : 0;
    if (done.action() == Action.ACCEPT) {
      Optional<Settlement.Settles> accepted =
          Settlement.accepted(application.booking(), money, now);
      if (accepted.isPresent()) {
        Settlement.Settles settles = accepted.get();
        Application paid =
            application.pay(settles.bill(), settles.payment(), settles.keepsSeat(), by, now);
        return paid.moneyResolved(billOf(paid, money), done.action(), amount, by, now)
            .asOneStepFrom(application);
      }
    }
    Bill bill = billOf(application, money);
    Bill recorded =
        done.action() == Action.REFUND
            ? bill
            : bill.receiptOf(money).map(Receipt::resolved).map(bill::with).orElse(bill);
    return application.moneyResolved(recorded, done.action(), amount, by, now);
  }

  private static Bill billOf(Application application, PaymentNotification money) {
    return application.booking().bills().stream()
        .filter(bill -> bill.code().value().equals(money.reference()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a bill of an application is gone"));
  }
}

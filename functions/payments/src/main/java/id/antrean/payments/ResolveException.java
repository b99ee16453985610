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
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepResolution;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Stage;
import id.antrean.domain.payment.Resolution.Wish;
import id.antrean.domain.payment.SenderUse;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.VacateSeat;
import id.antrean.domain.settlement.Settlement;
import id.antrean.senders.SenderIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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

  /** Longer than money is decided about. */
  private static final Duration KEPT = Duration.ofDays(3_650);

  /** How the identity of money begins that people let pay another bill. */
  static final String MOVED = "moved.";

  private final KeepNotification notifications;
  private final KeepResolution resolutions;
  private final FindBill bills;
  private final FindApplication applications;
  private final ChangeApplication changes;
  private final KeepSenderUse uses;
  private final ReceivePayment receive;
  private final SecondPerson second;
  private final Clock clock;

  public ResolveException(
      KeepNotification notifications,
      KeepResolution resolutions,
      FindBill bills,
      FindApplication applications,
      SaveApplication save,
      ArmHold arm,
      FreeSeat free,
      KeepSenderUse uses,
      ReceivePayment receive,
      SecondPerson second,
      Clock clock) {
    this.notifications = notifications;
    this.resolutions = resolutions;
    this.bills = bills;
    this.applications = applications;
    this.changes = new ChangeApplication(applications, new VacateSeat(arm, free, save));
    this.uses = uses;
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
                    applicationOf(id.reference()).orElse(null),
                    resolutions.resolutionOf(id).orElse(null)));
  }

  private Optional<Application> applicationOf(String reference) {
    return BillingCode.isValid(reference)
        ? bills.applicationOf(new BillingCode(reference)).flatMap(applications::find)
        : Optional.empty();
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
    if (wish.action() == Action.MOVE && !mayMove(found, wish, by)) {
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
      if (!uses.claim(moving(decided.notice().notification(), target))) {
        return Optional.of(Outcome.refused(new Refusal.AlreadyResolved()));
      }
      // Paid by another meanwhile, it is kept there, for somebody to decide about.
      var _ = receive.settleAgain(moved(decided, target));
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

  // ---- Money moves ----

  /** Whether it could pay that bill: one of the same person, to be paid by what is left of it. */
  private boolean mayMove(Exceptional from, Wish wish, Actor.Staff by) {
    BillingCode target = wish.target();
    PaymentNotification money = from.notice().notification();
    if (target == null
        || money.kind() != Kind.PAID
        || from.notice().why() == ExceptionReason.NOT_CONFIRMED_BY_SENDER
        || target.value().equals(money.reference())
        || wentBack(from)) {
      return false;
    }
    return applicationOf(target.value())
        .filter(to -> isSamePerson(from.application(), to, by))
        .filter(
            to ->
                Settlement.of(to.booking(), moved(from, target).notification(), clock.instant())
                    instanceof Settlement.Settles)
        .isPresent();
  }

  private static boolean wentBack(Exceptional from) {
    Application application = from.application();
    return application != null
        && application.booking().bills().stream()
            .flatMap(bill -> bill.receiptOf(from.notice().notification()).stream())
            .anyMatch(receipt -> receipt.returned() > 0);
  }

  /** Of money for no bill of ours nobody knows whose it is but who decides, at their own office. */
  private static boolean isSamePerson(@Nullable Application from, Application to, Actor.Staff by) {
    return from == null
        ? to.isOf(by.office())
        : from.dossier().applicant().nik().lookup().equals(to.dossier().applicant().nik().lookup());
  }

  /** One payment pays one other bill, however many notices there are of it. */
  private SenderUse moving(PaymentNotification money, BillingCode target) {
    return new SenderUse(
        "moved#" + money.aggregator() + "#" + money.paymentId(),
        target.value(),
        clock.instant().plus(KEPT));
  }

  /** The same money for another bill, a notice of its own under an identity of its own. */
  private static StoredNotification moved(Exceptional from, BillingCode target) {
    PaymentNotification money = from.notice().notification();
    return StoredNotification.received(
        new PaymentNotification(
            money.aggregator(),
            SenderIds.of(MOVED + money.reference() + "." + money.eventId()),
            money.paymentId(),
            target.value(),
            money.amount(),
            PaymentNotification.NOT_TOLD,
            money.currency(),
            Kind.PAID,
            money.paidAt(),
            money.channel(),
            money.ntpn()),
        from.notice().raw());
  }
}

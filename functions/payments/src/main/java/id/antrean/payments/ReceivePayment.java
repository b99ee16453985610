package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.BillingCodeTaken;
import id.antrean.domain.application.SaveApplication.HoldsExhausted;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.NoticeKnown;
import id.antrean.domain.application.SaveApplication.PersonHasBooking;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.settlement.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes an authentic notification in: keeps it, and settles what it pays for, in one transaction.
 * The same notice again resumes whatever of that is missing and is answered alike. Throws {@link
 * Unavailable} when the store did not take part; nothing is answered then as if it had been kept.
 */
public final class ReceivePayment {
  private static final int ATTEMPTS = 5;
  private static final Actor PAYMENTS = new Actor.Service("payments");

  /** After this long without its sender's agreement, a notice is a person's to look at. */
  private static final Duration PATIENCE_WITH_SENDER = Duration.ofDays(1);

  /**
   * So many notices of one bill are kept without their sender's agreement. Real bills have a
   * handful; whoever has one true signature of a sender that signs little could make up any number.
   */
  static final int MOST_UNCONFIRMED = 20;

  private final FindApplication applications;
  private final FindBill bills;
  private final KeepNotification notifications;
  private final SaveApplication save;
  private final ArmHold arm;
  private final FreeSeat free;
  private final HoldSeat hold;
  private final Clock clock;

  public ReceivePayment(
      FindApplication applications,
      FindBill bills,
      KeepNotification notifications,
      SaveApplication save,
      ArmHold arm,
      FreeSeat free,
      HoldSeat hold,
      Clock clock) {
    this.applications = applications;
    this.bills = bills;
    this.notifications = notifications;
    this.save = save;
    this.arm = arm;
    this.free = free;
    this.hold = hold;
    this.clock = clock;
  }

  /**
   * How a notification stands after it was received; COUNTED where it could not be confirmed and is
   * one too many of its bill.
   */
  public StoredNotification receive(
      Aggregator sender, PaymentNotification claimed, RawNotification raw) {
    Optional<StoredNotification> known = notifications.find(claimed.id());
    if (known.isPresent() && isDecided(known.get(), sender)) {
      return resume(known.get());
    }
    StoredNotification received = known.orElseGet(() -> StoredNotification.received(claimed, raw));
    if (sender.signsEverything()) {
      return settle(received);
    }
    if (saysNothing(claimed)) {
      return note(received);
    }
    return switch (sender.confirm(claimed)) {
      case Aggregator.Confirmed(PaymentNotification agreed) -> settle(received.as(agreed));
      case Aggregator.NotSo(), Aggregator.NoAnswer() -> wait(received);
    };
  }

  /** Keeps a notice that nobody can understand for somebody who looks at it. */
  public StoredNotification keepUnclear(
      Aggregator sender, PaymentNotification about, RawNotification raw) {
    StoredNotification unclear =
        StoredNotification.received(about, raw).exception(ExceptionReason.NOT_UNDERSTOOD);
    return sender.signsEverything()
        ? notifications.resolve(unclear)
        : notifications.keepUnconfirmed(unclear, MOST_UNCONFIRMED);
  }

  /** What a sender does not sign may have been made up: it is final only once it was confirmed. */
  private static boolean isDecided(StoredNotification known, Aggregator sender) {
    return !known.replaceable() || (sender.signsEverything() && known.state() != State.RECEIVED);
  }

  /** Whether it changes nothing whether it is true or not, so that nobody has to be asked. */
  private boolean saysNothing(PaymentNotification claimed) {
    return switch (claimed.kind()) {
      case PENDING, EXPIRED -> true;
      case PAID, TAKEN_BACK -> false;
      case FAILED ->
          applicationOf(claimed)
              .map(it -> Settlement.of(it, claimed, clock.instant()))
              .orElseGet(() -> Settlement.ofUnknownBill(claimed))
              .equals(new Settlement.Nothing());
    };
  }

  /** One too many is only counted: nothing is lost that says nothing. */
  private StoredNotification note(StoredNotification received) {
    StoredNotification noted = received.noted();
    StoredNotification kept = notifications.keepUnconfirmed(noted, MOST_UNCONFIRMED);
    return switch (kept.state()) {
      case COUNTED -> noted;
      case RECEIVED -> notifications.resolve(noted);
      case SETTLED, NOTED, EXCEPTION -> kept;
    };
  }

  private StoredNotification wait(StoredNotification received) {
    return isOld(received)
        ? notifications.resolve(received.exception(ExceptionReason.NOT_CONFIRMED_BY_SENDER))
        : notifications.keepUnconfirmed(received, MOST_UNCONFIRMED);
  }

  private boolean isOld(StoredNotification received) {
    return Duration.between(received.receivedAt(), clock.instant()).compareTo(PATIENCE_WITH_SENDER)
        > 0;
  }

  private StoredNotification settle(StoredNotification received) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> application = applicationOf(received.notification());
      Optional<StoredNotification> settled =
          application.isEmpty()
              ? Optional.of(keep(Settlement.ofUnknownBill(received.notification()), received))
              : attempt(application.get(), received);
      if (settled.isPresent()) {
        return settled.get();
      }
    }
    throw new Unavailable("the application changed again and again while its payment was settled");
  }

  private Optional<Application> applicationOf(PaymentNotification notification) {
    if (!BillingCode.isValid(notification.reference())) {
      return Optional.empty();
    }
    Optional<ApplicationId> id = bills.applicationOf(new BillingCode(notification.reference()));
    return id.flatMap(applications::find);
  }

  /** Empty when the application changed meanwhile, and has to be looked at again. */
  private Optional<StoredNotification> attempt(
      Application application, StoredNotification received) {
    Instant now = clock.instant();
    return switch (Settlement.of(application, received.notification(), now)) {
      case Settlement.Settles settles -> pay(application, settles, received);
      case Settlement.Keeps(Bill bill, Receipt receipt, ExceptionReason why) ->
          save(
              Change.of(application, application.keepMoney(bill, receipt, PAYMENTS, now)),
              received.exception(why),
              () -> {});
      case Settlement.TakesBack(Bill bill, Receipt receipt, boolean paidNoMore) ->
          save(
              Change.of(
                  application, application.giveMoneyBack(bill, receipt, paidNoMore, PAYMENTS, now)),
              received.exception(ExceptionReason.TAKEN_BACK),
              () -> {});
      case Settlement other -> Optional.of(keep(other, received));
    };
  }

  /** Keeps a notice that changes no application. */
  private StoredNotification keep(Settlement settlement, StoredNotification received) {
    return switch (settlement) {
      case Settlement.Nothing() -> notifications.resolve(received.noted());
      case Settlement.Exceptional(ExceptionReason why) ->
          notifications.resolve(received.exception(why));
      case Settlement.Settles _, Settlement.Keeps _, Settlement.TakesBack _ ->
          throw new IllegalStateException("what is put down on a bill changes its application");
    };
  }

  private Optional<StoredNotification> pay(
      Application application, Settlement.Settles settles, StoredNotification received) {
    boolean held = application.status() == Status.AWAITING_PAYMENT;
    SeatBooking leaving = held && !settles.keepsSeat() ? application.booking() : null;
    if (leaving != null) {
      arm.arm(leaving.hold(), leaving.session());
    }
    Application paid =
        application.pay(
            settles.bill(), settles.payment(), settles.keepsSeat(), PAYMENTS, clock.instant());
    Change change = Change.of(application, paid);
    if (held) {
      change = change.with(new Change.UncountHold());
      if (leaving != null) {
        change = change.with(new Change.ReleasePerson());
      }
    }
    return save(
        change,
        received.settled(),
        () -> {
          if (leaving != null) {
            free.freeNowOrByMessage(leaving.session(), leaving.hold());
          }
          tryOldSession(paid);
        });
  }

  /** The step and the notice together or not at all; then what follows from the step. */
  private Optional<StoredNotification> save(
      Change change, StoredNotification decided, Runnable then) {
    return switch (save.save(change.with(new Change.KeepWith(decided)))) {
      case Saved() -> {
        then.run();
        yield Optional.of(decided);
      }
      case Moved() -> Optional.empty();
      case NoticeKnown(StoredNotification known) -> Optional.of(resume(known));
      case BillingCodeTaken ignored -> throw new IllegalStateException("a payment makes no bill");
      case PersonHasBooking ignored -> throw new IllegalStateException("a payment takes no guard");
      case HoldsExhausted ignored -> throw new IllegalStateException("a payment counts no hold");
    };
  }

  /**
   * A notice that was dealt with before: what may be missing is the seat that its late money tries
   * to get back.
   */
  private StoredNotification resume(StoredNotification known) {
    if (known.state() == State.SETTLED) {
      applicationOf(known.notification()).ifPresent(this::tryOldSession);
    }
    return known;
  }

  /**
   * Late money: its hold is gone, so an ordinary booking tries the session it was for. Only until a
   * seat has been found since: an old notice must not book for somebody who has gone on.
   */
  private void tryOldSession(Application paid) {
    SessionId session = paid.lastSession();
    if (paid.status() == Status.PAID_UNSCHEDULED && session != null && paid.history().seatOwed()) {
      // Refused, the money waits for the person to pick another session: that is an answer too.
      var _ = hold.hold(paid.id(), session, PAYMENTS, null);
    }
  }
}

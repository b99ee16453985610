package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
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
import id.antrean.domain.booking.ArmHold;
import id.antrean.domain.booking.FreeSeat;
import id.antrean.domain.booking.HoldSeat;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.Settlement;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
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

  /** How a notification stands after it was received. */
  public StoredNotification receive(
      Aggregator sender, PaymentNotification claimed, RawNotification raw) {
    Optional<StoredNotification> known = notifications.find(claimed);
    if (known.isPresent() && known.get().state() != State.RECEIVED) {
      return resume(known.get());
    }
    StoredNotification received = known.orElseGet(() -> StoredNotification.received(claimed, raw));
    if (!Settlement.claimsMoney(claimed)) {
      return settle(received);
    }
    return switch (sender.confirm(claimed)) {
      case Aggregator.Confirmed(PaymentNotification agreed) ->
          settle(StoredNotification.received(agreed, received.raw()));
      case Aggregator.NotSo() -> isOld(received) ? giveUp(received) : notifications.keep(received);
      case Aggregator.NoAnswer() -> notifications.keep(received);
    };
  }

  private boolean isOld(StoredNotification received) {
    return Duration.between(received.receivedAt(), clock.instant()).compareTo(PATIENCE_WITH_SENDER)
        > 0;
  }

  private StoredNotification giveUp(StoredNotification received) {
    return notifications.resolve(received.exception(ExceptionReason.NOT_CONFIRMED_BY_SENDER));
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
    Settlement settlement = Settlement.of(application, received.notification());
    return settlement instanceof Settlement.Settles settles
        ? pay(application, settles, received)
        : Optional.of(keep(settlement, received));
  }

  /** Keeps a notice that changes no application. */
  private StoredNotification keep(Settlement settlement, StoredNotification received) {
    return switch (settlement) {
      case Settlement.Nothing() -> notifications.resolve(received.noted());
      case Settlement.Exceptional(ExceptionReason why) ->
          notifications.resolve(received.exception(why));
      case Settlement.Settles _ ->
          throw new IllegalStateException("what settles a bill changes its application");
    };
  }

  private Optional<StoredNotification> pay(
      Application application, Settlement.Settles settles, StoredNotification received) {
    Instant now = clock.instant();
    StoredNotification settled = received.settled();
    SeatBooking leaving = settles.keepsSeat() ? null : application.booking();
    if (leaving != null) {
      arm.arm(leaving.hold(), leaving.session());
    }
    Application paid =
        application.pay(settles.bill(), settles.payment(), settles.keepsSeat(), PAYMENTS, now);
    Change change = Change.of(application, paid).with(new Change.KeepWith(settled));
    if (application.status() == Status.AWAITING_PAYMENT) {
      change = change.with(new Change.UncountHold());
      if (leaving != null) {
        change = change.with(new Change.ReleasePerson());
      }
    }
    return switch (save.save(change)) {
      case Saved() -> {
        if (leaving != null) {
          free.freeNowOrByMessage(leaving.session(), leaving.hold());
        }
        tryOldSession(paid);
        yield Optional.of(settled);
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

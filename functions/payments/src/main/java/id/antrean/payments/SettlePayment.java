package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.NoticeKnown;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.StrayCodes;
import id.antrean.domain.seat.VacateSeat;
import id.antrean.domain.settlement.Settlement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles what an authentic notice pays for, and keeps the notice, in one transaction; then late
 * money tries to get its seat back. A repeat resumes whatever of that is missing. Throws {@link
 * Unavailable} when the store did not take part.
 */
final class SettlePayment {
  private static final int ATTEMPTS = 5;
  private static final Actor PAYMENTS = new Actor.Service("payments");

  private final FindBilled billed;
  private final KeepNotification notifications;
  private final SaveApplication save;
  private final ArmHold arm;
  private final FreeSeat free;
  private final HoldSeat hold;
  private final Clock clock;

  SettlePayment(
      FindApplication applications,
      FindBill bills,
      KeepNotification notifications,
      SaveApplication save,
      ArmHold arm,
      FreeSeat free,
      HoldSeat hold,
      Clock clock) {
    this.billed = new FindBilled(bills, applications);
    this.notifications = notifications;
    this.save = save;
    this.arm = arm;
    this.free = free;
    this.hold = hold;
    this.clock = clock;
  }

  /** What the notice would mean if it were true. */
  Settlement wouldSay(PaymentNotification claimed) {
    return applicationOf(claimed)
        .map(it -> Settlement.of(it.booking(), claimed, clock.instant()))
        .orElseGet(() -> Settlement.ofUnknownBill(claimed));
  }

  /** The same of money that its sender gives back at once, where it would settle nothing. */
  StoredNotification settleOrRefuse(StoredNotification received) {
    return switch (wouldSay(received.notification())) {
      case Settlement.Keeps(Bill _, Receipt _, ExceptionReason why) ->
          notifications.resolve(received.refused(why));
      case Settlement.Exceptional(ExceptionReason why) ->
          notifications.resolve(received.refused(why));
      case Settlement.Settles _, Settlement.TakesBack _, Settlement.Nothing _ -> settle(received);
    };
  }

  /** How the notice stands after it was settled, or kept for whoever looks at it. */
  StoredNotification settle(StoredNotification received) {
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
    return billed.by(notification.reference());
  }

  /** Empty when the application changed meanwhile, and has to be looked at again. */
  private Optional<StoredNotification> attempt(
      Application application, StoredNotification received) {
    Instant now = clock.instant();
    return switch (Settlement.of(application.booking(), received.notification(), now)) {
      case Settlement.Settles(Bill bill, Bill.Payment payment, boolean keepsSeat) ->
          save(
              application,
              application.pay(bill, payment, keepsSeat, PAYMENTS, now),
              received.settled());
      case Settlement.Keeps(Bill bill, Receipt receipt, ExceptionReason why) ->
          save(
              application,
              application.keepMoney(bill, receipt, why, PAYMENTS, now),
              received.exception(why));
      case Settlement.TakesBack(Bill bill, Receipt receipt, boolean paidNoMore) ->
          save(
              application,
              application.giveMoneyBack(bill, receipt, paidNoMore, PAYMENTS, now),
              received.exception(ExceptionReason.TAKEN_BACK));
      case Settlement.OnNoBill other -> Optional.of(keep(other, received));
    };
  }

  /** Keeps a notice that changes no application. */
  private StoredNotification keep(Settlement.OnNoBill settlement, StoredNotification received) {
    return switch (settlement) {
      case Settlement.Nothing() -> notifications.resolve(received.noted());
      case Settlement.Exceptional(ExceptionReason why) ->
          notifications.resolve(received.exception(why));
    };
  }

  /**
   * The step and the notice together or not at all. A seat that the step leaves is let go as by
   * {@link VacateSeat}, and late money tries to get one back.
   */
  private Optional<StoredNotification> save(
      Application before, Application after, StoredNotification decided) {
    Optional<Seat> left = VacateSeat.left(before, after);
    left.ifPresent(seat -> arm.arm(seat.hold(), seat.session()));
    return switch (save.settle(Change.settle(before, after, decided))) {
      case Saved() -> {
        left.ifPresent(seat -> free.freeNowOrByMessage(seat.session(), seat.hold()));
        before.booking().place().ifPresent(seat -> StrayCodes.endSoon(arm, after, seat));
        if (decided.state() == State.SETTLED) {
          tryOldSession(after);
        }
        yield Optional.of(decided);
      }
      case Moved() -> Optional.empty();
      case NoticeKnown(StoredNotification known) -> Optional.of(resume(known));
    };
  }

  /**
   * A notice that was dealt with before: what may be missing is the seat that its late money tries
   * to get back.
   */
  StoredNotification resume(StoredNotification known) {
    if (known.state() == State.SETTLED) {
      applicationOf(known.notification()).ifPresent(this::tryOldSession);
    }
    return known;
  }

  /**
   * Late money: its hold is gone, so an ordinary booking tries the session it was for. Only until a
   * seat has been found since: an old notice must not book for somebody who has gone on.
   */
  void tryOldSession(Application paid) {
    SessionId session = paid.booking().history().lastSession();
    if (paid.booking().state() instanceof PaidWithoutSeat
        && session != null
        && paid.booking().history().seatOwed()) {
      // Refused, the money waits for the person to pick another session: that is an answer too.
      var _ = hold.hold(paid.id(), session, PAYMENTS, null);
    }
  }
}

package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.settlement.Settlement;
import id.antrean.senders.Aggregator;
import id.antrean.senders.SenderIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes an authentic notification in: keeps it, and settles what it pays for, in one transaction.
 * The same notice again resumes whatever of that is missing and is answered alike. Throws {@link
 * Unavailable} when the store did not take part; nothing is answered then as if it had been kept.
 */
@Singleton
public final class ReceivePayment {
  /** After this long without its sender's agreement, a notice is a person's to look at. */
  private static final Duration PATIENCE_WITH_SENDER = Duration.ofDays(1);

  /**
   * So many notices of one bill are kept without their sender's agreement. Real bills have a
   * handful; whoever has one true signature of a sender that signs little could make up any number.
   */
  static final int MOST_UNCONFIRMED = 20;

  private final KeepNotification notifications;
  private final SettlePayment settlement;
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
    this.notifications = notifications;
    this.settlement =
        new SettlePayment(applications, bills, notifications, save, arm, free, hold, clock);
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
      return sender.signsEverything() && isOtherMoney(known.get().notification(), claimed)
          ? receive(sender, told(claimed), raw)
          : settlement.resume(known.get());
    }
    StoredNotification received = known.orElseGet(() -> StoredNotification.received(claimed, raw));
    if (sender.takesRefusedMoneyBack(claimed)) {
      return settlement.settleOrRefuse(received);
    }
    if (sender.signsEverything()) {
      return settlement.settle(received);
    }
    if (saysNothing(claimed)) {
      return note(received);
    }
    return switch (sender.confirm(claimed, raw)) {
      case Aggregator.Confirmed(PaymentNotification agreed) -> settled(received, agreed);
      case Aggregator.NotSo(), Aggregator.NoAnswer() -> wait(received);
    };
  }

  /**
   * What the sender agrees to may be another event than was claimed, and stands under its own id
   * then; the one that was waiting for it is done with, so that nobody asks about it again.
   */
  private StoredNotification settled(StoredNotification received, PaymentNotification agreed) {
    StoredNotification settled = settlement.settle(received.as(agreed));
    NoticeId claimed = received.notification().id();
    if (!claimed.equals(agreed.id())) {
      notifications.find(claimed).ifPresent(known -> notifications.resolve(known.noted()));
    }
    return settled;
  }

  /** Whether a sender that signs used one id for two things: both are kept. */
  private static boolean isOtherMoney(PaymentNotification known, PaymentNotification claimed) {
    boolean money = claimed.kind() == Kind.PAID || claimed.kind() == Kind.TAKEN_BACK;
    return money
        && (known.kind() != claimed.kind()
            || known.amount() != claimed.amount()
            || !known.currency().equals(claimed.currency())
            || !known.paymentId().equals(claimed.paymentId()));
  }

  /** Under an id that says what it is, so that its repeats are known again. */
  private static PaymentNotification told(PaymentNotification claimed) {
    String what =
        String.join(
            " ",
            claimed.kind().name(),
            Long.toString(claimed.amount()),
            claimed.currency(),
            claimed.paymentId());
    return claimed.under(SenderIds.of(claimed.eventId() + "." + SenderIds.digest(what)));
  }

  /** Settles what people decided about: as if it had come now, unless that was done before. */
  StoredNotification settleAgain(StoredNotification decided) {
    Optional<StoredNotification> known = notifications.find(decided.notification().id());
    return known.isPresent() && known.get().state() == State.SETTLED
        ? settlement.resume(known.get())
        : settlement.settle(decided);
  }

  /**
   * Money that people took in as late money tries to get its seat back, as other late money does.
   */
  void tryOldSession(Application paid) {
    settlement.tryOldSession(paid);
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
      case FAILED -> settlement.wouldSay(claimed) instanceof Settlement.Nothing;
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
}

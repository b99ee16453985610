package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.SenderUse;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.settlement.Settlement;
import id.antrean.payments.ResolveException.Exceptional;
import id.antrean.senders.SenderIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets money that settled nothing pay another bill of the same person, once. */
@Singleton
final class MoveMoney {
  /** How the identity of money begins that people let pay another bill. */
  private static final String MOVED = "moved.";

  /** Longer than money is decided about. */
  private static final Duration KEPT = Duration.ofDays(3_650);

  private final FindBilled billed;
  private final KeepSenderUse uses;
  private final ReceivePayment receive;
  private final Clock clock;

  MoveMoney(FindBilled billed, KeepSenderUse uses, ReceivePayment receive, Clock clock) {
    this.billed = billed;
    this.uses = uses;
    this.receive = receive;
    this.clock = clock;
  }

  /** Whether it is money that people moved there, which came for another bill. */
  static boolean isMoved(NoticeRow row) {
    return row.id().eventId().startsWith(MOVED);
  }

  /** Whether it could pay that bill: one of the same person, to be paid by what is left of it. */
  boolean mayMove(Exceptional from, @Nullable BillingCode target, Actor.Staff by) {
    PaymentNotification money = from.notice().notification();
    if (target == null
        || money.kind() != Kind.PAID
        || from.notice().why() == ExceptionReason.NOT_CONFIRMED_BY_SENDER
        || target.value().equals(money.reference())
        || wentBack(from)) {
      return false;
    }
    return billed
        .by(target.value())
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

  /**
   * Pays that bill by it; paid by another meanwhile, the money is kept there, for somebody to
   * decide about. False where it was moved to another bill before, by whichever of its notices.
   */
  boolean move(Exceptional from, BillingCode target) {
    PaymentNotification money = from.notice().notification();
    boolean ours =
        uses.claim(
            new SenderUse(
                "moved#" + money.aggregator() + "#" + money.paymentId(),
                target.value(),
                clock.instant().plus(KEPT)));
    if (ours) {
      var _ = receive.settleAgain(moved(from, target));
    }
    return ours;
  }

  /** The same money for another bill, a notice of its own under an identity of its own. */
  private static StoredNotification moved(Exceptional from, BillingCode target) {
    PaymentNotification money = from.notice().notification();
    return StoredNotification.received(
        new PaymentNotification(
            money.aggregator(),
            MOVED + SenderIds.of(money.reference() + "." + money.eventId()),
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

package id.antrean.domain.payment;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.util.Optional;

/**
 * What a notification means for an application. Never asks for the deadline: money that came is
 * money that came. The right amount for any of the application's bills settles it; whatever cannot
 * settle is kept for a person to look at.
 */
public sealed interface Settlement {

  /**
   * The money settles this bill.
   *
   * @param keepsSeat whether what is paid for is what the seat that is held costs; else the person
   *     picks another without paying again
   */
  record Settles(Bill bill, Bill.Payment payment, boolean keepsSeat) implements Settlement {}

  /** It says nothing new. */
  record Nothing() implements Settlement {}

  /** A person has to look at it. */
  record Exceptional(ExceptionReason why) implements Settlement {}

  static Settlement of(Application application, PaymentNotification notification) {
    Optional<Bill> bill =
        application.bills().stream()
            .filter(it -> it.code().value().equals(notification.reference()))
            .findFirst();
    return bill.isEmpty()
        ? ofUnknownBill(notification)
        : switch (notification.kind()) {
          case PENDING -> new Nothing();
          case FAILED ->
              isPaidBy(application, notification)
                  ? new Exceptional(ExceptionReason.TAKEN_BACK)
                  : new Nothing();
          case TAKEN_BACK -> new Exceptional(ExceptionReason.TAKEN_BACK);
          case PAID -> ofMoney(application, bill.get(), notification);
        };
  }

  /** Money that is nobody's here is a person's to look at; that no money came for it is not. */
  static Settlement ofUnknownBill(PaymentNotification notification) {
    return switch (notification.kind()) {
      case PENDING, FAILED -> new Nothing();
      case PAID, TAKEN_BACK -> new Exceptional(ExceptionReason.UNKNOWN_BILL);
    };
  }

  private static Settlement ofMoney(
      Application application, Bill bill, PaymentNotification notification) {
    if (isPaidBy(application, notification)) {
      return new Nothing();
    }
    if (!notification.currency().equals("IDR")) {
      return new Exceptional(ExceptionReason.WRONG_CURRENCY);
    }
    if (notification.amount() != bill.amount()) {
      return new Exceptional(ExceptionReason.WRONG_AMOUNT);
    }
    if (application.paidBill().isPresent()) {
      return new Exceptional(ExceptionReason.ALREADY_PAID);
    }
    if (application.status() == Status.CANCELLED) {
      return new Exceptional(ExceptionReason.APPLICATION_CANCELLED);
    }
    boolean keepsSeat =
        application.bill().filter(due -> due.fee().isForTheSameAs(bill.fee())).isPresent();
    return new Settles(bill, payment(notification), keepsSeat);
  }

  /** Several notices may speak of one payment: a second one of it is not a second payment. */
  private static boolean isPaidBy(Application application, PaymentNotification notification) {
    return application
        .paidBill()
        .map(Bill::payment)
        .filter(
            payment ->
                payment.aggregator().equals(notification.aggregator())
                    && payment.paymentId().equals(notification.paymentId()))
        .isPresent();
  }

  private static Bill.Payment payment(PaymentNotification notification) {
    return new Bill.Payment(
        notification.aggregator(),
        notification.paymentId(),
        notification.channel(),
        notification.paidAt(),
        notification.ntpn());
  }

  /** Whether money is in it, so that its sender has to agree before it counts. */
  static boolean claimsMoney(PaymentNotification notification) {
    return notification.kind() == Kind.PAID;
  }
}

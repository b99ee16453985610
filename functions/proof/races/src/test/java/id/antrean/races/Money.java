package id.antrean.races;

import static id.antrean.memory.Samples.NOW;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.Samples;
import id.antrean.payments.ReceivePayment;
import id.antrean.senders.Aggregator;
import java.util.UUID;

/** Money for a bill, and the aggregator that tells of it. */
record Money(PaymentNotification notification) {
  /** What the bill asks for, as a payment of its own. */
  static Money forBillOf(Application application) {
    return new Money(
        Samples.paid(application.booking().bill().orElseThrow(), UUID.randomUUID().toString()));
  }

  /** All of it going back to where it came from. */
  Money goesBack() {
    return new Money(
        new PaymentNotification(
            notification.aggregator(),
            "back-" + notification.eventId(),
            notification.paymentId(),
            notification.reference(),
            notification.amount(),
            PaymentNotification.NOT_TOLD,
            notification.currency(),
            PaymentNotification.Kind.TAKEN_BACK,
            notification.paidAt(),
            null,
            null));
  }

  StoredNotification receivedBy(ReceivePayment payments) {
    return payments.receive(
        new BelievedBank(),
        notification,
        new RawNotification(notification.aggregator(), "", "{}", NOW));
  }

  /** An aggregator whose signature covers everything. */
  private record BelievedBank() implements Aggregator {

    @Override
    public String name() {
      return "bank";
    }

    @Override
    public boolean signsEverything() {
      return true;
    }

    @Override
    public Translation translate(RawNotification raw) {
      return new NoPayment();
    }

    @Override
    public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
      return new Confirmed(claimed);
    }
  }
}

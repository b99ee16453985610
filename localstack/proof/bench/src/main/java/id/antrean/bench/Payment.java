package id.antrean.bench;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.Samples;
import id.antrean.payments.ReceivePayment;
import id.antrean.senders.Aggregator;

/** The money for an open bill. */
record Payment(PaymentNotification notification) {
  static Payment of(Application application) {
    return new Payment(
        Samples.paid(application.booking().bill().orElseThrow(), application.id().toString()));
  }

  StoredNotification receivedBy(ReceivePayment payments) {
    return payments.receive(
        new BelievedBank(),
        notification,
        new RawNotification(notification.aggregator(), "", "{}", Samples.NOW));
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

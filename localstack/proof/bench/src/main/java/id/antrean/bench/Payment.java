package id.antrean.bench;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.gateway.Request;
import id.antrean.memory.Samples;
import id.antrean.payments.Aggregator;
import id.antrean.payments.ReceivePayment;
import java.time.Instant;

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
    public Verdict verify(Request webhook, Instant now) {
      return new Refused(Why.WRONG_SIGNATURE);
    }

    @Override
    public Translation translate(RawNotification raw) {
      return new NoPayment();
    }

    @Override
    public Confirmation confirm(PaymentNotification claimed) {
      return new Confirmed(claimed);
    }
  }
}

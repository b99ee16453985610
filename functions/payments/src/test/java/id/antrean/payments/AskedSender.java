package id.antrean.payments;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator;
import java.util.HashMap;
import java.util.Map;

/** A sender whose signature covers little, and whose status API says what the test wants. */
final class AskedSender implements Aggregator {
  final Map<String, PaymentNotification> said = new HashMap<>();
  boolean down;
  boolean agrees = true;
  int asked;

  @Override
  public String name() {
    return "sender";
  }

  @Override
  public boolean signsEverything() {
    return false;
  }

  /** The body is the name of what was said. */
  @Override
  public Translation translate(RawNotification raw) {
    PaymentNotification notice = said.get(raw.body());
    return notice == null ? new NoPayment() : new Understood(notice);
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    asked++;
    return down ? new NoAnswer() : agrees ? new Confirmed(claimed) : new NotSo();
  }
}

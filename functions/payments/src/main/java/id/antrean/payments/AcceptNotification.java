package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;

/**
 * What has to be done before an authentic notification is answered 2xx: it is stored, or, while the
 * store is down, captured on a queue. Only then may its sender forget it.
 */
public final class AcceptNotification {
  private final ReceivePayment receive;
  private final AskAgainLater later;

  public AcceptNotification(ReceivePayment receive, AskAgainLater later) {
    this.receive = receive;
    this.later = later;
  }

  /** Where the notification is safe now. */
  public sealed interface Acceptance {}

  /** Stored; if its sender has to be asked again, it is on the queue too. */
  public record Stored(StoredNotification notification) implements Acceptance {}

  /** Stored, but the queue did not take it: the sweep brings it back. */
  public record WaitsForSweep(Unavailable queue) implements Acceptance {}

  /** On the queue only. */
  public record Captured(Unavailable storage) implements Acceptance {}

  /** Throws {@link Unavailable} when it is safe nowhere: its sender has to send it again. */
  public Acceptance accept(Aggregator sender, PaymentNotification claimed, RawNotification raw) {
    StoredNotification stored;
    try {
      stored = receive.receive(sender, claimed, raw);
    } catch (Unavailable storage) {
      later.later(raw);
      return new Captured(storage);
    }
    return stored.state() == State.RECEIVED ? askAgain(stored, raw) : new Stored(stored);
  }

  private Acceptance askAgain(StoredNotification stored, RawNotification raw) {
    try {
      later.later(raw);
      return new Stored(stored);
    } catch (Unavailable queue) {
      return new WaitsForSweep(queue);
    }
  }
}

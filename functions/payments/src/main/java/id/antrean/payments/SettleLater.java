package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes up notifications that had to wait: those on the queue, and by sweep those that the queue
 * lost.
 */
public final class SettleLater {
  /**
   * A notice this long RECEIVED is not on its queue any more, or soon will be again: both do no
   * harm.
   */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  private final Aggregators aggregators;
  private final ReceivePayment receive;
  private final KeepNotification notifications;
  private final AskAgainLater later;
  private final Clock clock;

  public SettleLater(
      Aggregators aggregators,
      ReceivePayment receive,
      KeepNotification notifications,
      AskAgainLater later,
      Clock clock) {
    this.aggregators = aggregators;
    this.receive = receive;
    this.notifications = notifications;
    this.later = later;
    this.clock = clock;
  }

  /**
   * Throws {@link Unavailable} while the sender does not agree yet, so that the queue brings it
   * again; false for garbage.
   */
  public boolean takeUp(RawNotification raw) {
    Optional<Aggregator> sender = aggregators.named(raw.aggregator());
    Optional<PaymentNotification> claimed = sender.flatMap(it -> it.translate(raw));
    if (sender.isEmpty() || claimed.isEmpty()) {
      return false;
    }
    StoredNotification stored = receive.receive(sender.get(), claimed.get(), raw);
    if (stored.state() == State.RECEIVED) {
      throw new Unavailable("the sender does not agree yet");
    }
    return true;
  }

  /** Answers how many were put on the queue again. */
  public int sweep() {
    List<StoredNotification> waiting = notifications.receivedBefore(clock.instant().minus(OVERDUE));
    waiting.forEach(stored -> later.later(stored.raw()));
    return waiting.size();
  }
}

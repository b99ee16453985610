package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.payments.AcceptNotification.TooMany;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes up notifications that had to wait: those on the queue, and by sweep those that the queue
 * lost.
 */
@Singleton
public final class SettleLater {
  private final Aggregators aggregators;
  private final AcceptNotification accept;
  private final ReceivePayment receive;
  private final KeepNotification notifications;
  private final AskSenderAgain again;

  public SettleLater(
      Aggregators aggregators,
      AcceptNotification accept,
      ReceivePayment receive,
      KeepNotification notifications,
      AskSenderAgain again) {
    this.aggregators = aggregators;
    this.accept = accept;
    this.receive = receive;
    this.notifications = notifications;
    this.again = again;
  }

  /**
   * Throws {@link Unavailable} while the store does not take part, so that the queue brings it
   * again; false for what is no notice of ours.
   */
  public boolean takeUp(WaitingNotice notice) {
    return switch (notice) {
      case WaitingNotice.Captured(RawNotification raw) -> takeUpCaptured(raw);
      case WaitingNotice.Kept kept ->
          notifications.find(kept.id()).filter(it -> takeUpKept(it, kept.asked())).isPresent();
    };
  }

  private boolean takeUpCaptured(RawNotification raw) {
    Optional<Aggregator> sender = aggregators.named(raw.aggregator());
    if (sender.isPresent() && accept.takeIn(sender.get(), raw) instanceof TooMany) {
      // It was answered as taken in, so it may not be dropped: in the end the dead letters have it.
      throw new Unavailable("too many notices of a bill wait for their sender");
    }
    return sender.isPresent();
  }

  /** A stray message finds that another one is under way, or that there is nothing left to ask. */
  private boolean takeUpKept(StoredNotification kept, int asked) {
    if (kept.state() != State.RECEIVED || kept.askingOrFirst().asked() != asked) {
      return true;
    }
    Optional<Aggregator> sender = aggregators.named(kept.raw().aggregator());
    if (sender.isEmpty()) {
      return false;
    }
    StoredNotification now = receive.receive(sender.get(), kept.notification(), kept.raw());
    if (now.state() == State.RECEIVED) {
      again.next(now);
    }
    return true;
  }

  /** Answers how many were put on the queue again. */
  public int sweep() {
    return again.sweep();
  }
}

package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.senders.Aggregator;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What has to be done before an authentic notification is answered 2xx: it is stored, or, while the
 * store is down, captured on a queue. Only then may its sender forget it.
 */
@Singleton
public final class AcceptNotification {
  /** Storage that is down is tried again after this. */
  private static final Duration UNTIL_STORAGE = Duration.ofMinutes(1);

  private final ReceivePayment receive;
  private final AskSenderLater queue;
  private final AskSenderAgain again;

  public AcceptNotification(ReceivePayment receive, AskSenderLater queue, AskSenderAgain again) {
    this.receive = receive;
    this.queue = queue;
    this.again = again;
  }

  /** Where the notification is safe now. */
  public sealed interface Acceptance {}

  /** Stored; if its sender has to be asked again, it is on the queue too. */
  public record Stored(StoredNotification notification) implements Acceptance {}

  /**
   * Stored for somebody to look at, because it is not understood.
   *
   * @param pointer to what is not
   */
  public record StoredUnclear(StoredNotification notification, String pointer)
      implements Acceptance {}

  /** It speaks of no payment, and there is nothing to store. */
  public record NothingToStore() implements Acceptance {}

  /** Stored, but the queue did not take it: the sweep brings it back. */
  public record WaitsForSweep(StoredNotification notification, Unavailable queue)
      implements Acceptance {}

  /** On the queue only. */
  public record Captured(Unavailable storage) implements Acceptance {}

  /** Safe nowhere: one too many that its sender did not confirm. It has to come again. */
  public record TooMany() implements Acceptance {}

  /** Throws {@link Unavailable} when it is safe nowhere: its sender has to send it again. */
  public Acceptance accept(Aggregator sender, RawNotification raw) {
    try {
      return takeIn(sender, raw);
    } catch (Unavailable storage) {
      queue.later(new WaitingNotice.Captured(raw), UNTIL_STORAGE);
      return new Captured(storage);
    }
  }

  /** Without the queue to fall back on. */
  Acceptance takeIn(Aggregator sender, RawNotification raw) {
    return switch (sender.translate(raw)) {
      case Aggregator.NoPayment() -> new NothingToStore();
      case Aggregator.NotUnderstood(PaymentNotification about, String pointer) ->
          unclear(receive.keepUnclear(sender, about, raw), pointer);
      case Aggregator.Understood(PaymentNotification claimed) ->
          stored(receive.receive(sender, claimed, raw), raw);
    };
  }

  private static Acceptance unclear(StoredNotification kept, String pointer) {
    return kept.state() == State.COUNTED ? new TooMany() : new StoredUnclear(kept, pointer);
  }

  private Acceptance stored(StoredNotification stored, RawNotification raw) {
    return switch (stored.state()) {
      case COUNTED -> new TooMany();
      // Of a notice that was known its message is under way; only the one that was kept has the
      // time at which this one came.
      case RECEIVED -> stored.raw().equals(raw) ? firstMessage(stored) : new Stored(stored);
      case SETTLED, NOTED, EXCEPTION -> new Stored(stored);
    };
  }

  private Acceptance firstMessage(StoredNotification stored) {
    try {
      again.first(stored);
      return new Stored(stored);
    } catch (Unavailable queue) {
      return new WaitsForSweep(stored, queue);
    }
  }
}

package id.antrean.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it is kept, with the bytes it came in.
 *
 * @param state what became of it
 * @param why why a person has to look at it, for an exception
 */
public record StoredNotification(
    PaymentNotification notification,
    RawNotification raw,
    State state,
    @Nullable ExceptionReason why) {

  /** What became of a notification. */
  public enum State {
    /** Kept; its sender's status API has not agreed yet. */
    RECEIVED,
    /** It settled its bill. */
    SETTLED,
    /** It changed nothing, and nothing is open about it. */
    NOTED,
    /** A person has to look at it: on the refund list. */
    EXCEPTION
  }

  /** Why money is on the refund list. */
  public enum ExceptionReason {
    UNKNOWN_BILL,
    WRONG_AMOUNT,
    WRONG_CURRENCY,
    ALREADY_PAID,
    APPLICATION_CANCELLED,
    TAKEN_BACK,
    NOT_CONFIRMED_BY_SENDER
  }

  public StoredNotification settled() {
    return new StoredNotification(notification, raw, State.SETTLED, null);
  }

  public StoredNotification noted() {
    return new StoredNotification(notification, raw, State.NOTED, null);
  }

  public StoredNotification exception(ExceptionReason reason) {
    return new StoredNotification(notification, raw, State.EXCEPTION, reason);
  }

  public static StoredNotification received(PaymentNotification notification, RawNotification raw) {
    return new StoredNotification(notification, raw, State.RECEIVED, null);
  }

  /** When it first came. */
  public Instant receivedAt() {
    return raw.receivedAt();
  }
}

package id.antrean.domain.payment;

import id.antrean.domain.payment.PaymentNotification.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it is kept, with the bytes it came in.
 *
 * @param state what became of it
 * @param why why a person has to look at it, for an exception; or why its sender was refused
 * @param asking while it is RECEIVED
 */
public record StoredNotification(
    PaymentNotification notification,
    RawNotification raw,
    State state,
    @Nullable ExceptionReason why,
    @Nullable Asking asking) {

  /** What became of a notification. */
  public enum State {
    /** Kept; its sender's status API has not agreed yet. */
    RECEIVED,
    /** It settled its bill. */
    SETTLED,
    /** It changed nothing, and nothing is open about it. */
    NOTED,
    /** A person has to look at it: on the refund list. */
    EXCEPTION,
    /** Not kept: too many of its bill wait for a sender that has not confirmed them. */
    COUNTED
  }

  /** Why money is on the refund list. */
  public enum ExceptionReason {
    UNKNOWN_BILL,
    WRONG_AMOUNT,
    WRONG_CURRENCY,
    ALREADY_PAID,
    APPLICATION_CANCELLED,
    TAKEN_BACK,
    NOT_CONFIRMED_BY_SENDER,
    /** Well signed, and not to be understood. */
    NOT_UNDERSTOOD,
    /** We took it in, and its sender's list of the day does not have it. */
    NOT_ON_SENDERS_LIST,
    /** Its sender's list has another amount. */
    LISTED_WITH_ANOTHER_AMOUNT,
    /** Its sender's list has it more than once; of the treasury, one receipt more than payments. */
    LISTED_TWICE,
    /** It settled a bill, and the treasury has no receipt for it. */
    NOT_RECEIVED_BY_TREASURY,
    /** The treasury has a receipt for money that nobody told of. */
    RECEIVED_BY_TREASURY_ONLY
  }

  /**
   * How far asking its sender has come.
   *
   * @param asked how often a message was sent for it
   * @param next until when that message is on its way
   */
  public record Asking(int asked, Instant next) {
    /** The first message follows the notice by this. */
    public static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    static Asking first(Instant receivedAt) {
      return new Asking(0, receivedAt.plus(FIRST_WAIT));
    }
  }

  public StoredNotification settled() {
    return decided(State.SETTLED, null);
  }

  public StoredNotification noted() {
    return decided(State.NOTED, null);
  }

  /** Its sender was told in its own words that this settles nothing, and gives the money back. */
  public StoredNotification refused(ExceptionReason reason) {
    return decided(State.NOTED, reason);
  }

  public StoredNotification exception(ExceptionReason reason) {
    return decided(State.EXCEPTION, reason);
  }

  public StoredNotification counted() {
    return decided(State.COUNTED, null);
  }

  private StoredNotification decided(State next, @Nullable ExceptionReason reason) {
    return new StoredNotification(notification, raw, next, reason, null);
  }

  public static StoredNotification received(PaymentNotification notification, RawNotification raw) {
    return new StoredNotification(
        notification, raw, State.RECEIVED, null, Asking.first(raw.receivedAt()));
  }

  /** The same with what its sender's API knows better. */
  public StoredNotification as(PaymentNotification agreed) {
    return new StoredNotification(agreed, raw, state, why, asking);
  }

  public StoredNotification waiting(Asking next) {
    return new StoredNotification(notification, raw, state, why, next);
  }

  /** As those know it who only have its sender asked. */
  public WaitingNotice.Kept asWaiting() {
    return new WaitingNotice.Kept(notification.id(), askingOrFirst().asked());
  }

  /** How far asking has come; those that an older version kept were asked by no message yet. */
  public Asking askingOrFirst() {
    return Objects.requireNonNullElseGet(asking, () -> Asking.first(receivedAt()));
  }

  /**
   * Whether a notice of this identity may still be decided: it waits, its sender did not confirm it
   * and may do so now, or it said of money that was not there that it failed.
   */
  public boolean replaceable() {
    return state == State.RECEIVED
        || why == ExceptionReason.NOT_CONFIRMED_BY_SENDER
        || (state == State.NOTED && notification.kind() == Kind.FAILED);
  }

  /** When it first came. */
  public Instant receivedAt() {
    return raw.receivedAt();
  }
}

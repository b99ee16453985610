package id.antrean.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest number, picture or code by which a bill can be paid at an aggregator. A bill has one
 * at a time: another is asked for only when this one is dead at its aggregator.
 *
 * @param attempt how many were asked for, this one included: part of its reference
 * @param code what is typed or shown; null until the aggregator gave it
 * @param qr text of a QR code; null where there is none
 * @param senderId the aggregator's own id of it; null where it has none
 * @param since when it came to its state
 * @param expiresAt no later than the deadline of the hold
 */
public record PaymentCode(
    PayOffer offer,
    int attempt,
    State state,
    @Nullable String code,
    @Nullable String qr,
    @Nullable String senderId,
    Instant since,
    Instant expiresAt) {
  /**
   * Whoever asked may still be asking until then; no function runs as long. Nobody ends a code
   * before, because it could come to life after.
   */
  public static final Duration STILL_ASKING = Duration.ofMinutes(1);

  /** What is known of it. */
  public enum State {
    /** The aggregator is being asked for it, and may have made it. */
    ASKED,
    LIVE,
    /** It cannot be paid any more. */
    ENDED
  }

  static PaymentCode asked(PayOffer offer, int attempt, Instant now, Instant expiresAt) {
    return new PaymentCode(offer, attempt, State.ASKED, null, null, null, now, expiresAt);
  }

  /** As its aggregator made it. */
  public PaymentCode live(
      String given, @Nullable String picture, @Nullable String id, Instant now) {
    return new PaymentCode(offer, attempt, State.LIVE, given, picture, id, now, expiresAt);
  }

  public PaymentCode ended(Instant now) {
    return new PaymentCode(offer, attempt, State.ENDED, code, qr, senderId, now, expiresAt);
  }

  public boolean isLive(Instant now) {
    return state == State.LIVE && now.isBefore(expiresAt);
  }

  /** Whether its aggregator may still take money for it. */
  public boolean mayBePaid() {
    return state != State.ENDED;
  }

  /** Whether whoever asked for it may still be at it. */
  public boolean isBeingAsked(Instant now) {
    return state == State.ASKED && now.isBefore(since.plus(STILL_ASKING));
  }

  public boolean isOf(PayOffer other) {
    return offer.channel() == other.channel()
        && offer.aggregator().equals(other.aggregator())
        && Objects.equals(offer.bank(), other.bank());
  }

  /** As its aggregator knows it. */
  public String reference(BillingCode bill) {
    return bill.value() + "-" + attempt;
  }
}

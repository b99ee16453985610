package id.antrean.domain.payment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about money that settled nothing.
 *
 * @param target of MOVE the bill that it pays instead; else null
 * @param reason in their own words; no personal data
 * @param proposedBy who decided it, or proposed it where it takes two
 * @param confirmedBy the second person; null where it takes one, or while there is none yet
 * @param at of the latest of that
 * @param revision raised by every write of it
 */
public record Resolution(
    Action action,
    @Nullable BillingCode target,
    String reason,
    String proposedBy,
    @Nullable String confirmedBy,
    Stage stage,
    Instant at,
    int revision) {
  /** What becomes of the money. */
  public enum Action {
    /** Its payer gets it back; the treasury sees to that. */
    REFUND,
    /** It pays another bill of the same person. */
    MOVE,
    /** It stays: it pays its own bill as it is, or there is nothing to do about it. */
    ACCEPT
  }

  /** How far it is. */
  public enum Stage {
    /** A second person has to agree. */
    PROPOSED,
    /** It is being carried out, which goes on where it was left. */
    DECIDED,
    DONE
  }

  /** What somebody wants to become of the money. */
  public record Wish(Action action, @Nullable BillingCode target, String reason) {}

  static Resolution by(String person, Wish wish, Stage stage, Instant at, int revision) {
    return new Resolution(
        wish.action(), wish.target(), wish.reason(), person, null, stage, at, revision);
  }

  /** The first decision about it. */
  public static Resolution first(String person, Wish wish, boolean takesTwo, Instant at) {
    return by(person, wish, takesTwo ? Stage.PROPOSED : Stage.DECIDED, at, 1);
  }

  /**
   * A proposal, after somebody said that: another person who wants the same confirms it, and
   * whoever wants something else proposes that.
   */
  public Resolution and(String person, Wish wish, Instant now) {
    if (!isFor(wish)) {
      return by(person, wish, Stage.PROPOSED, now, revision + 1);
    }
    return proposedBy.equals(person)
        ? this
        : new Resolution(
            action, target, reason, proposedBy, person, Stage.DECIDED, now, revision + 1);
  }

  public Resolution done(Instant now) {
    return new Resolution(
        action, target, reason, proposedBy, confirmedBy, Stage.DONE, now, revision + 1);
  }

  /** Whether it is what is wished for, in whichever words. */
  public boolean isFor(Wish wish) {
    return action == wish.action() && Objects.equals(target, wish.target());
  }
}

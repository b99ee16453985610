package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Session;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why a session takes nobody now: closed, not open yet, or sold out, and until when. */
public final class TakesNobody {
  private final HoldTerms terms;

  public TakesNobody(HoldTerms terms) {
    this.terms = terms;
  }

  /** Whether a session takes nobody as it stands. */
  public boolean isTrueOf(Session session, Instant now) {
    return session.state() == Session.State.CLOSED || session.free(now) == 0;
  }

  /** Why, for all that the session itself tells: nobody is asked who has paid. */
  public Refusal whyUnasked(Session session, Instant now) {
    return why(session, _ -> false, now);
  }

  /**
   * Why; a full one may come free, unless everybody has paid.
   *
   * @param allPaid whether everybody in a session has; asked where it makes a difference only
   */
  public Refusal why(Session session, Predicate<Session> allPaid, Instant now) {
    if (session.state() == Session.State.CLOSED) {
      return new Refusal.SessionClosed();
    }
    Optional<Instant> opens = session.opensNext(now);
    if (opens.isPresent()) {
      return new Refusal.NotOpenYet(opens.get().atZone(session.zone()));
    }
    Instant until = heldUntil(session, now);
    return new Refusal.SoldOut(
        until == null || allPaid.test(session) ? null : until.atZone(session.zone()));
  }

  /** The opening second is not waited past. */
  public boolean isStillTrue(Refusal why, Instant now) {
    return !(why instanceof Refusal.NotOpenYet(ZonedDateTime opensAt))
        || now.isBefore(opensAt.toInstant());
  }

  /**
   * By then everybody who holds a seat has to have paid, for all that the session tells: the
   * deadline that people know. That a seat comes free only a grace after it is nobody's to know.
   */
  private @Nullable Instant heldUntil(Session full, Instant now) {
    if (full.lastClaimAt() == null) {
      return null;
    }
    Instant until =
        full.id().withinItsDay(full.lastClaimAt().plus(terms.paymentWindow()), full.zone());
    return now.isBefore(until) ? until : null;
  }
}

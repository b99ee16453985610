package id.antrean.domain.seat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Session;
import id.antrean.domain.policy.HoldTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why a session takes nobody now: closed, not open yet, or sold out, and until when. */
final class TakesNobody {
  private final FindSeats seats;
  private final HoldTerms terms;
  private final Clock clock;

  TakesNobody(FindSeats seats, HoldTerms terms, Clock clock) {
    this.seats = seats;
    this.terms = terms;
    this.clock = clock;
  }

  /** Whether a session takes nobody as it stands. */
  boolean isTrueOf(Session session) {
    return session.state() == Session.State.CLOSED
        || session.opensAt().isAfter(clock.instant())
        || session.untaken() == 0;
  }

  /** Why; a full one may come free, unless everybody has paid, which is asked. */
  Refusal why(Session session) {
    return why(session, this::mayComeFreeUntil);
  }

  /** Why, for all that the session itself tells: nobody asks who has paid. */
  Refusal whyUnasked(Session session) {
    return why(session, this::heldUntil);
  }

  private Refusal why(Session session, Function<Session, @Nullable Instant> mayComeFreeUntil) {
    if (session.state() == Session.State.CLOSED) {
      return new Refusal.SessionClosed();
    }
    return session.opensAt().isAfter(clock.instant())
        ? new Refusal.NotOpenYet(session.opensAt().atZone(session.zone()))
        : new Refusal.SoldOut(atOffice(mayComeFreeUntil.apply(session), session));
  }

  /** The opening second is not waited past. */
  boolean isStillTrue(Refusal why) {
    return !(why instanceof Refusal.NotOpenYet(ZonedDateTime opensAt))
        || clock.instant().isBefore(opensAt.toInstant());
  }

  private static @Nullable ZonedDateTime atOffice(@Nullable Instant moment, Session session) {
    return moment == null ? null : moment.atZone(session.zone());
  }

  /**
   * By then everybody who holds a seat has to have paid, for all that the session tells: the
   * deadline that people know. That a seat comes free only a grace after it is nobody's to know.
   */
  private @Nullable Instant heldUntil(Session full) {
    if (full.lastClaimAt() == null) {
      return null;
    }
    Instant until = full.lastClaimAt().plus(terms.paymentWindow());
    return clock.instant().isBefore(until) ? until : null;
  }

  /** The same, unless everybody has paid. */
  private @Nullable Instant mayComeFreeUntil(Session full) {
    Instant until = heldUntil(full);
    return until == null || seats.allPaid(full) ? null : until;
  }
}

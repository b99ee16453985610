package id.antrean.domain.seat;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;

/**
 * Claims a seat: one conditional write, and the only way a hold enters a session's set of seats.
 */
public interface ClaimSeat {

  /**
   * Adds the hold to the session's seats if the session is open, has opened, and has fewer seats
   * taken than its quota. A repeat has the answer of the first. Throws {@link
   * id.antrean.domain.Unavailable} when the store did not answer; the hold may or may not be in the
   * set then, and its armed message settles that.
   */
  Claim claim(SessionId session, HoldId hold, Instant now);

  /** What became of a claim. */
  sealed interface Claim {}

  /** The hold is in the set. */
  record Claimed(Session session) implements Claim {}

  /** The session takes no hold now; how it stands says why. */
  record Refused(Session session) implements Claim {}

  /** It is not in the calendar. */
  record Unknown() implements Claim {}
}

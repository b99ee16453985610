package id.antrean.races;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import java.time.Instant;
import java.util.Queue;

/** Keeps the session as the store answered each claim that succeeded, its own hold included. */
record RecordedClaims(ClaimSeat claims, Queue<Session> claimed) implements ClaimSeat {

  @Override
  public Claim claim(SessionId session, HoldId hold, Instant now) {
    Claim claim = claims.claim(session, hold, now);
    if (claim instanceof Claimed(Session seen)) {
      claimed.add(seen);
    }
    return claim;
  }
}

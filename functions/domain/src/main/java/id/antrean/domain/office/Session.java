package id.antrean.domain.office;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some seats of an office at a time, and who has them. There is no counter beside the set of holds,
 * so nothing can drift apart.
 *
 * @param quota how many seats, 0 to 500; lowering it below what is taken keeps the taken
 * @param opensAt holds are taken from then on
 * @param lastClaimAt when a seat was last claimed; null while none ever was
 */
public record Session(
    SessionId id,
    ZoneId zone,
    Duration length,
    int quota,
    State state,
    Instant opensAt,
    Set<HoldId> seats,
    @Nullable Instant lastClaimAt) {

  public Session {
    seats = Set.copyOf(seats);
  }

  /** What the office says of the session. */
  public enum State {
    OPEN,
    CLOSED
  }

  public Instant startsAt() {
    return id.date().atTime(id.start()).atZone(zone).toInstant();
  }

  public Instant endsAt() {
    return startsAt().plus(length);
  }

  /** Seats nobody has, never negative. */
  public int untaken() {
    return Math.max(0, quota - seats.size());
  }

  /** The same session with those holds in it, the last of them claimed then. */
  public Session seating(Set<HoldId> holds, @Nullable Instant lastClaim) {
    return new Session(id, zone, length, quota, state, opensAt, holds, lastClaim);
  }

  /** The same session, taking no holds any more. */
  public Session closed() {
    return new Session(id, zone, length, quota, State.CLOSED, opensAt, seats, lastClaimAt);
  }
}

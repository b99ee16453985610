package id.antrean.offices.closure;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.office.SpreadClosure;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.RestoreSession;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Does what a closure says, or its taking back, whichever stands now. Every message about it may
 * come late, twice, or after the supervisor has changed their mind: after each piece of work the
 * closure is looked at again, so that the last word counts.
 */
@Singleton
public final class CarryOutClosure {
  /** So many are looked after by one message: far less than a function has time for. */
  static final int AT_ONCE = 60;

  private final KeepClosures closures;
  private final FindDay days;
  private final ClearSession clear;
  private final RestoreSession restore;
  private final SpreadClosure spread;

  public CarryOutClosure(
      KeepClosures closures,
      FindDay days,
      ClearSession clear,
      RestoreSession restore,
      SpreadClosure spread) {
    this.closures = closures;
    this.days = days;
    this.clear = clear;
    this.restore = restore;
    this.spread = spread;
  }

  /** Has each of its sessions worked on. Throws {@link id.antrean.domain.Unavailable}. */
  public void everywhere(OfficeId office, ClosureId id) {
    closures.find(office, id).ifPresent(closure -> spread.on(closure, sessions(closure)));
  }

  private List<SessionId> sessions(Closure closure) {
    return closure
        .from()
        .datesUntil(closure.to().plusDays(1))
        .flatMap(date -> days.find(closure.office(), date).sessions().stream())
        .map(Session::id)
        .filter(closure::covers)
        .toList();
  }

  /** Works on one session; what is left is asked for again. Throws the same. */
  public void in(OfficeId office, ClosureId id, SessionId session) {
    Optional<Closure> found = closures.find(office, id);
    while (found.isPresent()) {
      Closure closure = found.get();
      boolean done =
          closure.lifted()
              ? restore.restore(session, closure, isPlanned(session), AT_ONCE)
              : clear.clear(session, closure, AT_ONCE);
      found = closures.find(office, id).filter(now -> now.lifted() != closure.lifted());
      if (found.isEmpty() && !done) {
        spread.on(closure, List.of(session));
      }
    }
  }

  private boolean isPlanned(SessionId session) {
    return days.find(session.office(), session.date()).plans(session);
  }
}

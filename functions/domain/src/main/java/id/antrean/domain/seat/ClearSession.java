package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;

/**
 * Empties a session that its office closed. It is closed first; from then on no seat is claimed.
 * Then, for each hold that is in it: one that is bound is armed, unbound and freed; one that could
 * still be bound is fenced and freed; one that cannot is freed. Whoever has come already keeps
 * their seat. A crash anywhere is repaired by doing it once more.
 */
public final class ClearSession {
  private static final int ATTEMPTS = 5;
  private static final Actor OFFICES = new Actor.Service("offices");

  private final CloseSeats seats;
  private final FindApplication applications;
  private final FreeSeat free;
  private final SaveApplication save;
  private final VacateSeat vacate;
  private final Clock clock;

  public ClearSession(
      CloseSeats seats,
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication save,
      Clock clock) {
    this.seats = seats;
    this.applications = applications;
    this.free = free;
    this.save = save;
    this.vacate = new VacateSeat(arm, free, save);
    this.clock = clock;
  }

  /**
   * Closes it and lets so many go at the most.
   *
   * @return whether nobody is left who has to go; false once so many went, since there may be more
   * @throws Unavailable when a store did not take part; some may have gone then and others not
   */
  public boolean clear(SessionId session, Closure closure, int most) {
    Optional<Session> closed = seats.close(session, closure.id());
    if (closed.isEmpty()) {
      return true;
    }
    int gone = 0;
    for (Iterator<HoldId> holds = closed.get().seats().iterator(); holds.hasNext(); ) {
      if (gone == most) {
        return false;
      }
      gone += letGo(session, holds.next(), closure.reason()) ? 1 : 0;
    }
    return true;
  }

  /** Whether there was anything to do. */
  private boolean letGo(SessionId session, HoldId hold, String reason) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(hold.application());
      if (found.isEmpty() || isPast(found.get(), session, hold)) {
        free.free(session, hold);
        return true;
      }
      Application application = found.get();
      Optional<Seated> seated =
          application
              .booking()
              .seated()
              .filter(bound -> bound.seat().is(session, hold))
              .filter(bound -> !(bound instanceof CheckedIn));
      if (seated.isPresent()) {
        if (unbound(application, seated.get(), session, reason)) {
          return true;
        }
      } else if (isPlaced(application, session, hold)) {
        return false;
      } else if (fenced(application)) {
        free.free(session, hold);
        return true;
      }
    }
    throw new Unavailable("an application changed again and again while its session was closed");
  }

  /** Versions only rise: nobody can bind that hold any more. */
  private static boolean isPast(Application application, SessionId session, HoldId hold) {
    return application.version() > hold.version() && !isPlaced(application, session, hold);
  }

  private static boolean isPlaced(Application application, SessionId session, HoldId hold) {
    return application.booking().place().filter(seat -> seat.is(session, hold)).isPresent();
  }

  private boolean unbound(
      Application application, Seated seated, SessionId session, String reason) {
    if (seated instanceof Confirmed) {
      seats.noteDisplaced(session, seated.seat().hold());
    }
    return vacate.save(
            Change.of(application, application.closeOut(seated, reason, OFFICES, clock.instant())))
        instanceof Saved;
  }

  private boolean fenced(Application application) {
    return save.save(Change.of(application, application.fence())) instanceof Saved;
  }
}

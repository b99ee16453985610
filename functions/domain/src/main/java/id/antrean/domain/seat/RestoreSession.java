package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.util.Optional;

/**
 * Opens a session again whose closure was taken back, and gives those who had paid for a seat in
 * it, and have not chosen another since, one while there is any: by the ordinary protocol, beside
 * everybody who books meanwhile.
 */
public final class RestoreSession {
  private static final Actor OFFICES = new Actor.Service("offices");

  private final CloseSeats seats;
  private final FindApplication applications;
  private final HoldSeat hold;

  public RestoreSession(CloseSeats seats, FindApplication applications, HoldSeat hold) {
    this.seats = seats;
    this.applications = applications;
    this.hold = hold;
  }

  /**
   * Opens it and looks after so many at the most.
   *
   * @param planned whether its day has it
   * @return whether nobody is left who lost a seat
   * @throws id.antrean.domain.Unavailable when a store did not take part; doing it again goes on
   */
  public boolean restore(SessionId session, Closure closure, boolean planned, int most) {
    Optional<Session> opened = seats.open(session, closure.id(), planned);
    if (opened.isEmpty() || opened.get().state() == Session.State.CLOSED) {
      return true;
    }
    int looked = 0;
    for (HoldId lost : seats.displaced(session)) {
      if (looked == most) {
        return false;
      }
      if (waits(lost, session)) {
        var _ = hold.giveBack(lost.application(), session, OFFICES);
      }
      seats.forgetDisplaced(session, lost);
      looked++;
    }
    return true;
  }

  private boolean waits(HoldId lost, SessionId session) {
    Optional<Application> application = applications.find(lost.application());
    return application
        .filter(it -> it.booking().state() instanceof PaidWithoutSeat)
        .flatMap(it -> it.booking().latestSession())
        .filter(session::equals)
        .isPresent();
  }
}

package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Clock;
import java.util.Optional;

/**
 * A session's own times are right, wherever they are shown: when its office makes it longer or
 * shorter, those who have a seat in it see that, as a step of their application like any other. So
 * every change of what they see raises the version they know, and nobody who looks at an
 * application has to read its session.
 */
public final class FollowSession {
  private static final int LOOKS = 5;
  private static final Actor OFFICES = new Actor.Service("offices");

  private final FindSeats sessions;
  private final ChangeApplication applications;
  private final Clock clock;

  public FollowSession(
      FindSeats sessions, FindApplication applications, SaveApplication save, Clock clock) {
    this.sessions = sessions;
    this.applications = new ChangeApplication(applications, save::save);
    this.clock = clock;
  }

  /** Whether the seat's times are the session's no more. */
  public static boolean differs(Seat seat, Session session) {
    return seat.session().equals(session.id()) && !seat.endsAt().equals(session.endsAt());
  }

  /**
   * Brings a seat's times to its session's. Looks again after it has written, because the office
   * may have changed its mind meanwhile; where there is nothing to do it writes nothing. An
   * application that never stands still is left to the next sweep: whoever set the day has set it.
   * Throws {@link id.antrean.domain.Unavailable}.
   */
  public void follow(ApplicationId id, SessionId session) {
    for (int look = 0; look < LOOKS; look++) {
      Outcome<Application> now =
          applications.change(new Wanted(id, OFFICES, null), it -> toItsSession(it, session));
      if (!(now instanceof Outcome.Done<Application>(Application after))
          || toItsSession(after, session) instanceof Stay) {
        return;
      }
    }
  }

  private Decision toItsSession(Application application, SessionId session) {
    Optional<Session> own = sessions.find(session);
    Optional<Seated> seated =
        application
            .booking()
            .seated()
            .filter(it -> own.isPresent() && differs(it.seat(), own.get()));
    return seated.isEmpty()
        ? new Stay()
        : new Become(
            application,
            application.sessionEnds(
                seated.get(), own.orElseThrow().endsAt(), OFFICES, clock.instant()));
  }
}

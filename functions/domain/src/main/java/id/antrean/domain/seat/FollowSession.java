package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.SeatBooking;
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
  private static final int ATTEMPTS = 5;
  private static final Actor OFFICES = new Actor.Service("offices");

  private final FindSeats sessions;
  private final FindApplication applications;
  private final SaveApplication save;
  private final Clock clock;

  public FollowSession(
      FindSeats sessions, FindApplication applications, SaveApplication save, Clock clock) {
    this.sessions = sessions;
    this.applications = applications;
    this.save = save;
    this.clock = clock;
  }

  /** Whether the seat's times are the session's no more. */
  public static boolean differs(SeatBooking seat, Session session) {
    return seat.session().equals(session.id()) && !seat.endsAt().equals(session.endsAt());
  }

  /**
   * Brings a seat's times to its session's. Looks again after it has written, because the office
   * may have changed its mind meanwhile; where there is nothing to do it writes nothing. An
   * application that never stands still is left to the next sweep: whoever set the day has set it.
   * Throws {@link id.antrean.domain.Unavailable}.
   */
  public void follow(ApplicationId id, SessionId session) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Session> own = sessions.find(session);
      Optional<Application> holder =
          applications
              .find(id)
              .filter(it -> it.booking() != null)
              .filter(it -> own.isPresent() && differs(it.bound(), own.get()));
      if (own.isEmpty() || holder.isEmpty()) {
        return;
      }
      Application before = holder.get();
      Change change =
          Change.of(before, before.sessionEnds(own.get().endsAt(), OFFICES, clock.instant()));
      switch (save.save(change)) {
        case Saved ignored -> {
          // Looks again.
        }
        case SaveApplication.Moved ignored -> {
          // Reads again.
        }
        case SaveApplication.BillingCodeTaken ignored -> throw nothingBeside();
        case SaveApplication.PersonHasBooking ignored -> throw nothingBeside();
        case SaveApplication.HoldsExhausted ignored -> throw nothingBeside();
        case SaveApplication.NoticeKnown ignored -> throw nothingBeside();
      }
    }
  }

  private static IllegalStateException nothingBeside() {
    return new IllegalStateException("following a session has nothing beside it");
  }
}

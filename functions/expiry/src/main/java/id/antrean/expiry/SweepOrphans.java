package id.antrean.expiry;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FollowSession;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The net below the armed messages: arms again every hold in the coming sessions that is not bound
 * and was no visit's, so that not even a lost message leaks a seat. A hold whose application is
 * gone is counted and left alone, since its seat may be somebody's whose data was lost. Whom an
 * office's change of times did not reach, because their seat was just being bound, is told by the
 * way.
 */
@Singleton
public final class SweepOrphans {
  /** Sessions are set at most a year ahead. */
  private static final int MONTHS_AHEAD = 12;

  private final FindOffice offices;
  private final FindMonth sessions;
  private final FindApplication applications;
  private final ArmHold arm;
  private final FollowSession follow;
  private final Clock clock;

  public SweepOrphans(
      FindOffice offices,
      FindMonth sessions,
      FindApplication applications,
      ArmHold arm,
      FollowSession follow,
      Clock clock) {
    this.offices = offices;
    this.sessions = sessions;
    this.applications = applications;
    this.arm = arm;
    this.follow = follow;
    this.clock = clock;
  }

  /**
   * What a cast found.
   *
   * @param orphans how many holds nobody is bound to
   * @param overfull in how many sessions more seats are taken than there are: their quota was
   *     lowered since, or a seat was sold twice
   */
  public record Swept(int orphans, int overfull) {}

  public Swept run() {
    int orphans = 0;
    int overfull = 0;
    for (Office office : offices.all()) {
      LocalDate today = clock.instant().atZone(office.zone()).toLocalDate();
      for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
        for (Session session :
            sessions.find(office.id(), YearMonth.from(today).plusMonths(ahead))) {
          if (!session.id().date().isBefore(today)) {
            orphans += orphans(session);
            overfull += session.seats().size() > session.quota() ? 1 : 0;
          }
        }
      }
    }
    return new Swept(orphans, overfull);
  }

  private int orphans(Session session) {
    int orphans = 0;
    for (HoldId hold : session.seats()) {
      Optional<Application> application = applications.find(hold.application());
      if (application.filter(it -> isBound(it, session, hold)).isEmpty()) {
        application.ifPresent(it -> arm.arm(hold, session.id()));
        orphans++;
      }
    }
    return orphans;
  }

  private boolean isBound(Application application, Session session, HoldId hold) {
    Optional<Seat> bound =
        application.booking().place().filter(seat -> seat.is(session.id(), hold));
    if (bound.filter(seat -> FollowSession.differs(seat, session)).isPresent()) {
      follow.follow(hold.application(), session.id());
    }
    return bound.isPresent();
  }
}

package id.antrean.offices;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.FollowSession;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * After a day was set, those who have a seat in a session that became longer or shorter see that.
 * What a crash left undone the next setting of the day does, or the sweep within the hour.
 */
@Singleton
final class TellHolders {
  /** A full session is told within a second, and a table takes far more. */
  private static final int AT_ONCE = 8;

  private final FollowSession follow;

  TellHolders(FollowSession follow) {
    this.follow = follow;
  }

  /** Throws {@link id.antrean.domain.Unavailable}; some may be told then and others not. */
  void tell(DayAsItStands standing) {
    Map<SessionId, Session> sessions =
        standing.day().sessions().stream()
            .collect(Collectors.toMap(Session::id, Function.identity()));
    List<Appointment> holders =
        standing.appointments().stream().filter(holder -> sawOtherTimes(holder, sessions)).toList();
    String request = CurrentRequest.id();
    holders.stream()
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE, holder -> CurrentRequest.during(request, () -> told(holder))))
        .forEach(told -> {});
  }

  private static boolean sawOtherTimes(Appointment holder, Map<SessionId, Session> sessions) {
    Session session = sessions.get(holder.seat().session());
    return session != null && FollowSession.differs(holder.seat(), session);
  }

  private Appointment told(Appointment holder) {
    follow.follow(holder.application(), holder.seat().session());
    return holder;
  }
}

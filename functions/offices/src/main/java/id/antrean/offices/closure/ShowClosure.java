package id.antrean.offices.closure;

import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How far a closure is carried out. */
@Singleton
public final class ShowClosure {
  private final FindMonth months;
  private final FindAppointments appointments;

  public ShowClosure(FindMonth months, FindAppointments appointments) {
    this.months = months;
    this.appointments = appointments;
  }

  /**
   * How far it is; may lag a moment behind.
   *
   * @param sessions how many it is about
   * @param closed how many of them it keeps closed
   * @param left how many people have a seat in those still and have to lose it
   */
  public record Progress(Closure closure, int sessions, int closed, int left) {
    /** Whether nothing is left to be done. */
    public boolean done() {
      return closure.lifted() ? closed == 0 : closed == sessions && left == 0;
    }
  }

  public Progress of(Closure closure) {
    List<Session> sessions =
        closure
            .months()
            .flatMap(month -> months.find(closure.office(), month).stream())
            .filter(session -> closure.covers(session.id()))
            .toList();
    List<Session> closed =
        sessions.stream().filter(session -> session.closures().contains(closure.id())).toList();
    return new Progress(closure, sessions.size(), closed.size(), left(closure, closed));
  }

  /** Whoever has come already keeps their seat. */
  private int left(Closure closure, List<Session> closed) {
    Set<SessionId> taken =
        closed.stream()
            .filter(session -> !session.seats().isEmpty())
            .map(Session::id)
            .collect(Collectors.toSet());
    int left = 0;
    for (LocalDate date : new TreeSet<>(taken.stream().map(SessionId::date).toList())) {
      left +=
          (int)
              appointments.wholeDay(closure.office(), date).stream()
                  .filter(appointment -> taken.contains(appointment.seat().session()))
                  .filter(ShowClosure::hasToGo)
                  .count();
    }
    return left;
  }

  private static boolean hasToGo(Appointment appointment) {
    return switch (appointment.status()) {
      case AWAITING_PAYMENT, CONFIRMED -> true;
      case DRAFT, READY, PAID_UNSCHEDULED, CHECKED_IN, COMPLETED, NO_SHOW, CANCELLED -> false;
    };
  }
}

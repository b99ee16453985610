package id.antrean.offices;

import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.DayAvailability;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.Holidays;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionAvailability;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.day.Attendance;
import id.antrean.offices.day.DeskDay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The day as it was set, with who is in its sessions. */
@Singleton
final class ShowDay {
  private final FindDay days;
  private final FindAppointments appointments;
  private final Clock clock;

  ShowDay(FindDay days, FindAppointments appointments, Clock clock) {
    this.days = days;
    this.appointments = appointments;
    this.clock = clock;
  }

  DayAsItStands look(Office office, LocalDate date) {
    return new DayAsItStands(
        days.find(office.id(), date), appointments.wholeDay(office.id(), date));
  }

  DeskDay show(Office office, LocalDate date, DayAsItStands standing) {
    Instant now = clock.instant();
    CalendarDay day = standing.day();
    Map<SessionId, Attendance> attendance = Attendance.bySession(standing.appointments());
    List<DeskDay.Line> lines =
        DayAvailability.of(office, day.sessions(), now).stream()
            .flatMap(available -> available.sessions().stream())
            .map(session -> line(session, attendance))
            .filter(line -> concernsTheDay(line.session().session(), day))
            .toList();
    Optional<Instant> opening =
        day.setting()
            .flatMap(setting -> Optional.ofNullable(setting.plan().opensAt()))
            .filter(now::isBefore);
    return new DeskDay(
        date,
        day.version(),
        Holidays.on(date, now).orElse(null),
        opening.orElse(null),
        day.setting().map(setting -> setting.plan().releases()).orElse(List.of()),
        lines);
  }

  private static DeskDay.Line line(
      SessionAvailability session, Map<SessionId, Attendance> attendance) {
    return new DeskDay.Line(
        session, attendance.getOrDefault(session.session().id(), Attendance.NOBODY));
  }

  /**
   * A session that was left out matters as long as somebody has a seat in it; one that a closure
   * keeps closed belongs to the day all the same.
   */
  private static boolean concernsTheDay(Session session, CalendarDay day) {
    return session.state() == Session.State.OPEN
        || !session.seats().isEmpty()
        || (!session.closures().isEmpty() && day.plans(session.id()));
  }
}

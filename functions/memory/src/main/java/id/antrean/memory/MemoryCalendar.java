package id.antrean.memory;

import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.OfficeId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What officers set of their days. Seats are never touched by it. */
public final class MemoryCalendar implements FindDay, ArrangeDay {
  private final Calls calls;
  private final MemorySeats seats;
  private final Map<Day, CalendarDay.Setting> settings = new HashMap<>();
  private final Map<SessionId, Integer> revisions = new HashMap<>();

  private record Day(OfficeId office, LocalDate date) {}

  MemoryCalendar(Calls calls, MemorySeats seats) {
    this.calls = calls;
    this.seats = seats;
  }

  @Override
  public CalendarDay find(OfficeId office, LocalDate date) {
    return calls.make(
        "calendar",
        () ->
            new CalendarDay(
                Optional.ofNullable(settings.get(new Day(office, date))),
                seats.all().stream()
                    .filter(session -> session.id().office().equals(office))
                    .filter(session -> session.id().date().equals(date))
                    .toList()));
  }

  @Override
  public CalendarDay.Setting putInForce(OfficeId office, DayPlan plan, Planner by, Instant at) {
    return calls.make(
        "plan",
        () ->
            settings.merge(
                new Day(office, plan.date()),
                new CalendarDay.Setting(plan, 1),
                (old, first) -> new CalendarDay.Setting(plan, old.revision() + 1)));
  }

  @Override
  public void offer(Session planned, int revision) {
    calls.make(
        "offer",
        () -> {
          if (notOvertaken(planned.id(), revision)) {
            seats.offer(planned);
          }
        });
  }

  @Override
  public void close(SessionId session, int revision) {
    calls.make(
        "close",
        () -> {
          if (notOvertaken(session, revision)) {
            seats.change(session, MemoryCalendar::closed);
          }
        });
  }

  private boolean notOvertaken(SessionId session, int revision) {
    return revisions.merge(session, revision, Math::max) == revision;
  }

  private static Session closed(Session session) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        Session.State.CLOSED,
        session.opensAt(),
        session.seats(),
        session.lastClaimAt());
  }
}

package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What officers set of their days. Seats are never touched by it. */
public final class MemoryCalendar implements FindDay, ArrangeDay, LayOutDay {
  private final Calls calls;
  private final MemorySeats seats;
  private final Map<Day, Setting> settings = new HashMap<>();
  private final Map<Day, Planner> planners = new HashMap<>();
  private final Map<SessionId, Integer> revisions = new HashMap<>();

  private final List<OfficeChange> history = new ArrayList<>();

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
  public Placing putInForce(
      OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
    return calls.make("plan", () -> placed(new Day(office, plan.date()), plan, by, at, before));
  }

  private Placing placed(Day day, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
    Setting inForce = settings.get(day);
    int version = inForce == null ? 0 : inForce.revision();
    if (version != (before == null ? 0 : before.revision())) {
      return new Overtaken(version);
    }
    Setting setting = Setting.after(inForce, plan, by);
    planners.put(day, by);
    settings.put(day, setting);
    history.add(
        new OfficeChange(
            day.office(),
            at,
            by.role(),
            by.name(),
            OfficeChange.Kind.DAY,
            day.date(),
            before == null ? List.of() : OfficeChange.lines(before.plan()),
            OfficeChange.lines(plan)));
    return new InForce(setting);
  }

  /** How days stand. */
  public List<Setting> settings() {
    return List.copyOf(settings.values());
  }

  /** By which setting of its day each session is as it is. */
  public Map<SessionId, Integer> revisions() {
    return Map.copyOf(revisions);
  }

  /** What was changed, oldest first. */
  public List<OfficeChange> history() {
    return List.copyOf(history);
  }

  /** Who set the day; empty for one that was only laid out. */
  public Optional<Planner> plannerOf(OfficeId office, LocalDate date) {
    return Optional.ofNullable(planners.get(new Day(office, date)));
  }

  @Override
  public Map<LocalDate, Setting> laidOut(OfficeId office, YearMonth month) {
    return calls.make(
        "laid out",
        () ->
            settings.entrySet().stream()
                .filter(day -> day.getKey().office().equals(office))
                .filter(day -> YearMonth.from(day.getKey().date()).equals(month))
                .collect(
                    Collectors.toUnmodifiableMap(day -> day.getKey().date(), Map.Entry::getValue)));
  }

  @Override
  public boolean layOut(OfficeId office, DayPlan plan, List<Session> planned, Instant at) {
    return calls.make("lay out", () -> laidOutNow(new Day(office, plan.date()), plan, planned));
  }

  private boolean laidOutNow(Day day, DayPlan plan, List<Session> planned) {
    boolean known =
        settings.containsKey(day) || planned.stream().anyMatch(it -> seats.knows(it.id()));
    if (!known) {
      settings.put(day, new Setting(plan, 1, true, Set.of()));
      planned.forEach(seats::put);
    }
    return !known;
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
            seats.change(session, Session::closed);
          }
        });
  }

  @Override
  public void finished(OfficeId office, LocalDate date, Set<Integer> revisions) {
    calls.make(
        "finished",
        () ->
            settings.computeIfPresent(
                new Day(office, date), (day, now) -> now.finished(revisions)));
  }

  private boolean notOvertaken(SessionId session, int revision) {
    return revisions.merge(session, revision, Math::max) == revision;
  }
}

package id.antrean.domain.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an office wants a day to be: its sessions, and from when their seats can be held.
 *
 * @param sessions unique by start and lane
 * @param opensAt null when open already; of walk-ins always
 * @param releases of each session but those for walk-ins, in the order of their moments, the first
 *     at {@code opensAt}; none where all seats can be held from then on
 */
public record DayPlan(
    LocalDate date,
    List<PlannedSession> sessions,
    @Nullable Instant opensAt,
    List<Release> releases) {

  /** What {@link Session#opensAt} says when there is no opening to wait for. */
  public static final Instant OPEN_ALREADY = Instant.EPOCH;

  public DayPlan {
    sessions = List.copyOf(sessions);
    releases = List.copyOf(releases);
  }

  /** One whose seats all open at once. */
  public DayPlan(LocalDate date, List<PlannedSession> sessions, @Nullable Instant opensAt) {
    this(date, sessions, opensAt, List.of());
  }

  /** A session of the day, in the office's own time. */
  public record PlannedSession(LocalTime start, int minutes, Lane lane, int quota) {}

  /**
   * What an ordinary week has on such a day. It may be nothing, and is on a holiday.
   *
   * @param now holidays are those that were decided until then
   */
  public static DayPlan ofPattern(Office office, LocalDate date, Instant now) {
    List<Release> releases = office.releasesOf(date);
    return new DayPlan(
        date,
        Holidays.on(date, now).isPresent() ? List.of() : ofWeekday(office, date.getDayOfWeek()),
        releases.isEmpty() ? null : releases.getFirst().at(),
        releases);
  }

  private static List<PlannedSession> ofWeekday(Office office, DayOfWeek weekday) {
    return office.pattern().stream()
        .filter(weekly -> weekly.days().contains(weekday))
        .map(
            weekly ->
                new PlannedSession(weekly.start(), weekly.minutes(), weekly.lane(), weekly.quota()))
        .toList();
  }

  /** The sessions it asks for, open and with every seat free. */
  public List<Session> sessionsAt(Office office) {
    return sessions.stream().map(planned -> session(planned, office)).toList();
  }

  /** When applicants may book is nothing to whoever stands at the desk. */
  private Session session(PlannedSession planned, Office office) {
    Instant opens = opensAt == null || !planned.lane().isForApplicants() ? OPEN_ALREADY : opensAt;
    return new Session(
        new SessionId(office.id(), date, planned.start(), planned.lane()),
        office.zone(),
        Duration.ofMinutes(planned.minutes()),
        planned.quota(),
        Session.State.OPEN,
        opens,
        opens.equals(OPEN_ALREADY) ? List.of() : releases,
        Set.of(),
        null,
        Set.of());
  }

  /** Whether a session that the day has is not asked for. */
  public boolean leavesOut(SessionId session) {
    return sessions.stream()
        .noneMatch(
            planned -> planned.start().equals(session.start()) && planned.lane() == session.lane());
  }
}

package id.antrean.domain.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be held on a day at a moment.
 *
 * @param state what the day has to offer to somebody who would take any of its sessions: OPEN if
 *     one is open; else NOT_YET_OPEN if one opens later; else FULL if one is full, since a held
 *     seat may come free; else CLOSED if one has not begun; else PAST
 * @param opensAt when more of its seats can be held, only while the day is NOT_YET_OPEN
 * @param holiday why an office that works on its weekday is closed; it may have opened it all the
 *     same
 * @param sessions by start, then lane; at least one unless it is a holiday
 */
public record DayAvailability(
    LocalDate date,
    SeatState state,
    @Nullable Instant opensAt,
    @Nullable Holiday holiday,
    List<SessionAvailability> sessions) {

  /** The states from the one that offers most to the one that offers least. */
  private static final List<SeatState> BEST_FIRST =
      List.of(
          SeatState.OPEN, SeatState.NOT_YET_OPEN, SeatState.FULL, SeatState.CLOSED, SeatState.PAST);

  private static final Comparator<SessionAvailability> BY_START_AND_LANE =
      Comparator.comparing((SessionAvailability it) -> it.session().id().start())
          .thenComparing(it -> it.session().id().lane());

  public DayAvailability {
    sessions = sessions.stream().sorted(BY_START_AND_LANE).toList();
  }

  /**
   * The days of an office's sessions, in their order. A day without a session is not among them.
   */
  public static List<DayAvailability> of(Office office, List<Session> sessions, Instant now) {
    return days(office, byDate(office, sessions, now), now);
  }

  /** The days of a month: those with sessions, and its holidays, that nobody wonders about them. */
  public static List<DayAvailability> ofMonth(
      Office office, YearMonth month, List<Session> sessions, Instant now) {
    Map<LocalDate, List<SessionAvailability>> days = byDate(office, sessions, now);
    Holidays.in(month, now).keySet().forEach(date -> days.putIfAbsent(date, List.of()));
    return days(office, days, now);
  }

  private static Map<LocalDate, List<SessionAvailability>> byDate(
      Office office, List<Session> sessions, Instant now) {
    return sessions.stream()
        .map(session -> SessionAvailability.of(session, office, now))
        .collect(
            Collectors.groupingBy(
                it -> it.session().id().date(), TreeMap::new, Collectors.toList()));
  }

  private static List<DayAvailability> days(
      Office office, Map<LocalDate, List<SessionAvailability>> days, Instant now) {
    return days.entrySet().stream()
        .map(day -> of(office, day.getKey(), day.getValue(), now))
        .toList();
  }

  private static DayAvailability of(
      Office office, LocalDate date, List<SessionAvailability> sessions, Instant now) {
    SeatState best =
        sessions.stream()
            .map(SessionAvailability::state)
            .min(Comparator.comparingInt(BEST_FIRST::indexOf))
            .orElseGet(() -> withoutSessions(office, date, now));
    return new DayAvailability(
        date,
        best,
        best == SeatState.NOT_YET_OPEN ? firstOpening(sessions, now) : null,
        Holidays.on(date, now).orElse(null),
        sessions);
  }

  private static SeatState withoutSessions(Office office, LocalDate date, Instant now) {
    return date.isBefore(LocalDate.ofInstant(now, office.zone()))
        ? SeatState.PAST
        : SeatState.CLOSED;
  }

  private static Instant firstOpening(List<SessionAvailability> sessions, Instant now) {
    return sessions.stream()
        .filter(it -> it.state() == SeatState.NOT_YET_OPEN)
        .flatMap(it -> it.session().opensNext(now).stream())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}

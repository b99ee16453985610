package id.antrean.offices;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.Office;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Lays out every office's coming days from its week, where nobody has set the day. May run at any
 * time, any number of times, and several at once; what a crash left undone the next run does. When
 * there is nothing to do it costs one Query for each month.
 */
final class LayOutCalendar {
  /** Today and this many days after it, in the office's zone. */
  static final int DAYS_AHEAD = 60;

  /** Days written at once: far below what a table takes, and a new stack is ready in seconds. */
  private static final int AT_ONCE = 8;

  private final FindOffice offices;
  private final LayOutDay days;
  private final Clock clock;

  private record Missing(Office office, DayPlan plan) {}

  LayOutCalendar(FindOffice offices, LayOutDay days, Clock clock) {
    this.offices = offices;
    this.days = days;
    this.clock = clock;
  }

  /** Lays out what is missing and answers how many days that was. */
  long run() {
    Instant now = clock.instant();
    String request = CurrentRequest.id();
    List<Missing> missing = offices.all().stream().flatMap(office -> missing(office, now)).toList();
    return missing.stream()
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE, day -> CurrentRequest.during(request, () -> layOut(day, now))))
        .filter(laidOut -> laidOut)
        .count();
  }

  private Stream<Missing> missing(Office office, Instant now) {
    LocalDate today = now.atZone(office.zone()).toLocalDate();
    List<LocalDate> coming = today.datesUntil(today.plusDays(DAYS_AHEAD + 1L)).toList();
    Set<LocalDate> laidOut =
        coming.stream()
            .map(YearMonth::from)
            .distinct()
            .flatMap(month -> days.laidOut(office.id(), month).stream())
            .collect(Collectors.toUnmodifiableSet());
    return coming.stream()
        .filter(date -> !laidOut.contains(date))
        .map(date -> DayPlan.ofPattern(office, date))
        .filter(plan -> !plan.sessions().isEmpty())
        .map(plan -> new Missing(office, plan));
  }

  private boolean layOut(Missing day, Instant now) {
    return days.layOut(day.office().id(), day.plan(), day.plan().sessionsAt(day.office()), now);
  }
}

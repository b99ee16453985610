package id.antrean.offices;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Holidays;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays out every office's coming days from its week and the state's holidays, where nobody has set
 * the day. A holiday that is declared or taken back after its day was laid out is followed as long
 * as no officer has set it: its sessions take no new holds and keep their taken seats. May run at
 * any time, any number of times, and several at once; what a crash left undone the next run does.
 * When there is nothing to do it costs one Query for each month.
 */
@Singleton
final class LayOutCalendar {
  /** Today and this many days after it, in the office's zone. */
  static final int DAYS_AHEAD = 60;

  /** Days written at once: far below what a table takes, and a new stack is ready in seconds. */
  private static final int AT_ONCE = 8;

  private final FindOffice offices;
  private final LayOutDay days;
  private final SetDay setDay;
  private final Clock clock;

  /**
   * A day that is not as it should be.
   *
   * @param laidOut how it was laid out before; null if it was not
   */
  private record Amiss(Office office, DayPlan plan, @Nullable Setting laidOut) {}

  LayOutCalendar(FindOffice offices, LayOutDay days, SetDay setDay, Clock clock) {
    this.offices = offices;
    this.days = days;
    this.setDay = setDay;
    this.clock = clock;
  }

  /** Lays out what is amiss and answers how many days that was. */
  long run() {
    Instant now = clock.instant();
    String request = CurrentRequest.id();
    List<Amiss> amiss = offices.all().stream().flatMap(office -> amiss(office, now)).toList();
    return amiss.stream()
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE, day -> CurrentRequest.during(request, () -> layOut(day, now))))
        .filter(laidOut -> laidOut)
        .count();
  }

  private Stream<Amiss> amiss(Office office, Instant now) {
    LocalDate today = now.atZone(office.zone()).toLocalDate();
    List<LocalDate> coming = today.datesUntil(today.plusDays(DAYS_AHEAD + 1L)).toList();
    Map<LocalDate, Setting> laidOut = new HashMap<>();
    coming.stream()
        .map(YearMonth::from)
        .distinct()
        .forEach(month -> laidOut.putAll(days.laidOut(office.id(), month)));
    return coming.stream()
        .map(date -> DayPlan.ofPattern(office, date, now))
        .map(plan -> new Amiss(office, plan, laidOut.get(plan.date())))
        .filter(day -> isAmiss(day, now));
  }

  private static boolean isAmiss(Amiss day, Instant now) {
    boolean hasSessions = !day.plan().sessions().isEmpty();
    Setting laidOut = day.laidOut();
    if (laidOut == null) {
      return hasSessions;
    }
    boolean hadSessions = !laidOut.plan().sessions().isEmpty();
    boolean isHoliday = Holidays.on(day.plan().date(), now).isPresent();
    return laidOut.ofCalendar() && (hadSessions ? isHoliday : hasSessions);
  }

  private boolean layOut(Amiss day, Instant now) {
    Setting laidOut = day.laidOut();
    return laidOut == null
        ? days.layOut(day.office().id(), day.plan(), day.plan().sessionsAt(day.office()), now)
        : setDay.set(
                day.office(),
                day.plan(),
                Planner.CALENDAR,
                version -> version == laidOut.revision())
            instanceof Outcome.Done<Integer>;
  }
}

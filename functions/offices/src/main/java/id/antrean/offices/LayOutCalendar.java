package id.antrean.offices;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.ChangeOffice;
import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays out every office's coming days from its week and the state's holidays, where nobody has set
 * the day. A holiday that is declared or taken back after its day was laid out is followed as long
 * as no officer has set it: its sessions take no new holds and keep their taken seats. A week that
 * was changed is followed where nobody has set the day and nobody has a seat in it. May run at any
 * time, any number of times, and several at once; what a crash left undone the next run does. When
 * there is nothing to do it costs one Query for each month.
 */
@Singleton
final class LayOutCalendar {
  /** Today and this many days after it, in the office's zone. */
  static final int DAYS_AHEAD = 60;

  /** Days written at once: far below what a table takes, and a new stack is ready in seconds. */
  private static final int AT_ONCE = 8;

  private static final int ATTEMPTS = 3;

  private final FindOffice offices;
  private final ChangeOffice weeks;
  private final LayOutDay days;
  private final FollowWeek week;
  private final SetDay setDay;
  private final Clock clock;

  /**
   * A day that is not as it should be.
   *
   * @param laidOut how it was laid out before; null if it was not
   */
  private record Amiss(DayPlan plan, @Nullable Setting laidOut) {}

  LayOutCalendar(
      FindOffice offices,
      ChangeOffice weeks,
      LayOutDay days,
      FollowWeek week,
      SetDay setDay,
      Clock clock) {
    this.offices = offices;
    this.weeks = weeks;
    this.days = days;
    this.week = week;
    this.setDay = setDay;
    this.clock = clock;
  }

  /**
   * What became of an office's coming days.
   *
   * @param followed how many were laid out, or brought to what the week says now
   * @param kept those that do not follow it
   */
  record Laid(int followed, List<Kept> kept) {}

  /** A day that stays as it is, and why. */
  record Kept(LocalDate date, FollowWeek.Why why) {}

  /** Lays out what is amiss and answers how many days that was. */
  long run() {
    return offices.all().stream().mapToLong(office -> followNow(office.id())).sum();
  }

  /**
   * By the week as it stands: an older one, which a process may remember, would undo what its
   * supervisor has just set. Where it was set while it was followed, it is followed again.
   */
  private long followNow(OfficeId id) {
    long followed = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Standing> before = weeks.find(id);
      if (before.isEmpty()) {
        return followed;
      }
      followed += follow(before.get().office()).followed();
      if (weeks.find(id).filter(now -> now.version() == before.get().version()).isPresent()) {
        return followed;
      }
    }
    return followed;
  }

  /**
   * Brings an office's coming days to what its week says, as it is handed over, and those that
   * somebody left half set to what they set.
   */
  Laid follow(Office office) {
    Instant now = clock.instant();
    List<LocalDate> coming = coming(office, now);
    Map<LocalDate, Setting> laidOut = laidOut(office, coming);
    // As many as crashed; on every other day nothing.
    laidOut.values().stream()
        .filter(setting -> !setting.unfinished().isEmpty())
        .filter(setting -> coming.contains(setting.plan().date()))
        .forEach(setting -> setDay.finish(office, setting));
    String request = CurrentRequest.id();
    List<Kept> kept = new ArrayList<>();
    List<Amiss> free = new ArrayList<>();
    amiss(office, coming, laidOut, now)
        .forEach(
            day ->
                week.whyKept(office, day.plan(), day.laidOut())
                    .ifPresentOrElse(
                        why -> kept.add(new Kept(day.plan().date(), why)), () -> free.add(day)));
    long followed =
        free.stream()
            .gather(
                Gatherers.mapConcurrent(
                    AT_ONCE,
                    day ->
                        CurrentRequest.during(
                            request, () -> week.follow(office, day.plan(), day.laidOut()))))
            .filter(done -> done)
            .count();
    return new Laid(Math.toIntExact(followed), kept);
  }

  private static List<LocalDate> coming(Office office, Instant now) {
    LocalDate today = now.atZone(office.zone()).toLocalDate();
    return today.datesUntil(today.plusDays(DAYS_AHEAD + 1L)).toList();
  }

  private Map<LocalDate, Setting> laidOut(Office office, List<LocalDate> coming) {
    Map<LocalDate, Setting> laidOut = new HashMap<>();
    coming.stream()
        .map(YearMonth::from)
        .distinct()
        .forEach(month -> laidOut.putAll(days.laidOut(office.id(), month)));
    return laidOut;
  }

  private static Stream<Amiss> amiss(
      Office office, List<LocalDate> coming, Map<LocalDate, Setting> laidOut, Instant now) {
    return coming.stream()
        .map(date -> DayPlan.ofPattern(office, date, now))
        .map(plan -> new Amiss(plan, laidOut.get(plan.date())))
        .filter(day -> FollowWeek.isAmiss(day.plan(), day.laidOut()));
  }
}

package id.antrean.offices;

import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.Holidays;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a day to what its office's week says. It gives way to whoever has set the day by hand, at
 * the same moment too, and to whoever has a seat in it.
 */
@Singleton
public final class FollowWeek {
  private final LayOutDay days;
  private final FindDay find;
  private final SetDay setDay;
  private final Clock clock;

  public FollowWeek(LayOutDay days, FindDay find, SetDay setDay, Clock clock) {
    this.days = days;
    this.find = find;
    this.setDay = setDay;
    this.clock = clock;
  }

  /** Why a day does not follow its office's week. */
  public enum Why {
    SET_BY_HAND,
    BOOKED
  }

  /**
   * Laid out as nobody would now, by whomever; nothing is to be laid out where nothing is.
   *
   * @param laidOut how the day stands; null if it was not laid out yet
   */
  public static boolean isAmiss(DayPlan plan, @Nullable Setting laidOut) {
    return laidOut == null ? !plan.sessions().isEmpty() : !laidOut.plan().equals(plan);
  }

  /**
   * Why a day that is amiss has to stay so; empty where it may follow. A holiday is followed
   * whoever has a seat: nobody comes on it.
   */
  public Optional<Why> whyKept(Office office, DayPlan plan, @Nullable Setting laidOut) {
    if (laidOut == null) {
      return Optional.empty();
    }
    if (!laidOut.ofCalendar()) {
      return Optional.of(Why.SET_BY_HAND);
    }
    boolean opensOrCloses =
        laidOut.plan().sessions().isEmpty()
            || Holidays.on(plan.date(), clock.instant()).isPresent();
    return opensOrCloses || isEmpty(office, plan) ? Optional.empty() : Optional.of(Why.BOOKED);
  }

  private boolean isEmpty(Office office, DayPlan plan) {
    return find.find(office.id(), plan.date()).sessions().stream()
        .allMatch(session -> session.seats().isEmpty());
  }

  /**
   * Lays the day out, or brings it to the plan if it stands as it was seen.
   *
   * @return whether it did: somebody may have set it meanwhile
   */
  public boolean follow(Office office, DayPlan plan, @Nullable Setting laidOut) {
    return laidOut == null
        ? days.layOut(office.id(), plan, plan.sessionsAt(office), clock.instant())
        : setDay.set(office, plan, Planner.CALENDAR, version -> version == laidOut.revision())
            instanceof Outcome.Done<Integer>;
  }
}

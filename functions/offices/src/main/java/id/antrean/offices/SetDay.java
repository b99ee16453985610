package id.antrean.offices;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.ArrangeDay.InForce;
import id.antrean.domain.office.ArrangeDay.Overtaken;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An officer sets a day. The plan is put in force first and then the sessions are brought to it:
 * from the first write on no pattern overrides the day. That whoever set it is done is written
 * last: what a crash leaves in between is repaired by setting the day again, and by the calendar
 * when it runs. Where two officers set the same day at once, whoever finishes last finds the later
 * plan in force and finishes that one, so that the day never ends up as a mixture. Of two who say
 * which version they saw, one wins: putting the plan in force is the one write that decides.
 */
@Singleton
public final class SetDay {
  /** How often somebody else's plan may come in between. */
  private static final int ROUNDS = 5;

  /** The same where nobody said which plan they saw: then theirs is to be the last. */
  private static final int ROUNDS_WHATEVER_COMES = 20;

  private final FindDay days;
  private final ArrangeDay arrange;
  private final Clock clock;

  public SetDay(FindDay days, ArrangeDay arrange, Clock clock) {
    this.days = days;
    this.arrange = arrange;
    this.clock = clock;
  }

  /** Sets the day whatever it stands at. Repeating it changes nothing. */
  public void set(Office office, DayPlan plan, Planner by) {
    if (set(office, plan, by, null) instanceof Outcome.Refused<Integer>(Refusal why)) {
      throw new IllegalStateException("nothing was expected, and it was refused: " + why);
    }
  }

  /**
   * Sets the day if it stands at a version that is expected; else, and where others set it each
   * time before it could be set, it is told to be stale.
   *
   * @param expected null for no expectation
   * @return the version at which the plan came in force
   * @throws Unavailable when the calendar did not take part to the end; the day may be half set
   *     then
   */
  public Outcome<Integer> set(
      Office office, DayPlan plan, Planner by, @Nullable IntPredicate expected) {
    int version = 0;
    int rounds = expected == null ? ROUNDS_WHATEVER_COMES : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      CalendarDay day = days.find(office.id(), plan.date());
      if (expected != null && !expected.test(day.version())) {
        return Outcome.refused(new Refusal.Stale(day.version()));
      }
      Optional<Setting> same = day.setting().filter(setting -> says(setting, plan, by));
      if (same.isPresent()) {
        // A repeat is the same setting; what a crash left half done of it is brought to its end.
        if (!same.get().unfinished().isEmpty()) {
          bringToTheLatest(office, same.get());
        }
        return Outcome.done(same.get().revision());
      }
      Setting before = day.setting().orElse(null);
      switch (arrange.putInForce(office.id(), plan, by, clock.instant(), before)) {
        case InForce(Setting setting) -> {
          bringToTheLatest(office, setting);
          return Outcome.done(setting.revision());
        }
        case Overtaken(int now) -> version = now; // What they left may be expected too.
      }
    }
    if (expected == null) {
      throw new Unavailable("the day was set again and again before it could be set");
    }
    return Outcome.refused(new Refusal.Stale(version));
  }

  /** What an officer says of a day holds against the calendar, so saying it after it is news. */
  private static boolean says(Setting setting, DayPlan plan, Planner by) {
    return setting.plan().equals(plan) && setting.ofCalendar() == by.equals(Planner.CALENDAR);
  }

  /**
   * Ends what crashes left undone of a day, whoever was setting it. Who is at it still ends it
   * again themselves.
   */
  public void finish(Office office, Setting unfinished) {
    bringToTheLatest(office, unfinished, unfinished.unfinished());
  }

  /** Of others that are not done it is not known whether they are at it still. */
  private void bringToTheLatest(Office office, Setting own) {
    bringToTheLatest(office, own, Set.of(own.revision()));
  }

  private void bringToTheLatest(Office office, Setting setting, Set<Integer> revisions) {
    Setting inForce = setting;
    for (int round = 0; round < ROUNDS; round++) {
      bring(office, inForce);
      Setting now = settingOf(office, inForce.plan());
      if (now.revision() == inForce.revision()) {
        arrange.finished(office.id(), now.plan().date(), revisions);
        return;
      }
      inForce = now;
    }
    throw new Unavailable("the day was set again and again while it was being set");
  }

  private void bring(Office office, Setting setting) {
    setting.plan().sessionsAt(office).forEach(it -> arrange.offer(it, setting.revision()));
    CalendarDay day = days.find(office.id(), setting.plan().date());
    day.sessions().stream()
        .filter(session -> session.state() == Session.State.OPEN)
        .map(Session::id)
        .filter(setting.plan()::leavesOut)
        .forEach(session -> arrange.close(session, setting.revision()));
  }

  private Setting settingOf(Office office, DayPlan plan) {
    return days.find(office.id(), plan.date())
        .setting()
        .orElseThrow(() -> new IllegalStateException("a day that was set is not set"));
  }
}

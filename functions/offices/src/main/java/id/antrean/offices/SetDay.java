package id.antrean.offices;

import id.antrean.domain.Unavailable;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import java.time.Clock;

/**
 * An officer sets a day. The plan is put in force first and then the sessions are brought to it:
 * from the first write on no pattern overrides the day, and a crash in between is repaired by
 * setting it again. Where two officers set the same day at once, whoever finishes last finds the
 * later plan in force and finishes that one, so that the day never ends up as a mixture.
 */
public final class SetDay {
  /** How often somebody else's plan may come in between. */
  private static final int ROUNDS = 5;

  private final FindDay days;
  private final ArrangeDay arrange;
  private final Clock clock;

  public SetDay(FindDay days, ArrangeDay arrange, Clock clock) {
    this.days = days;
    this.arrange = arrange;
    this.clock = clock;
  }

  /**
   * Repeating it changes nothing.
   *
   * @throws Unavailable when the calendar did not take part to the end; the day may be half set
   *     then
   */
  public void set(Office office, DayPlan plan, Planner by) {
    Setting inForce = arrange.putInForce(office.id(), plan, by, clock.instant());
    for (int round = 0; round < ROUNDS; round++) {
      bring(office, inForce);
      Setting now = settingOf(office, plan);
      if (now.revision() == inForce.revision()) {
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

package id.antrean.domain.office;

import java.util.List;
import java.util.Optional;

/**
 * A day as it stands in an office's calendar.
 *
 * @param setting the plan in force; empty while nobody has laid the day out
 * @param sessions all it has, those that the plan leaves out too
 */
public record CalendarDay(Optional<Setting> setting, List<Session> sessions) {

  public CalendarDay {
    sessions = List.copyOf(sessions);
  }

  /** What its officers may set it against: the revision in force, 0 while nobody has set it. */
  public int version() {
    return setting.map(Setting::revision).orElse(0);
  }

  /** Whether the plan in force has that session. */
  public boolean plans(SessionId session) {
    return setting.map(Setting::plan).filter(plan -> !plan.leavesOut(session)).isPresent();
  }

  /**
   * A plan in force.
   *
   * @param revision raised by every setting of the day, so that of two at once one is the later
   * @param ofCalendar whether it is the calendar's own, and no officer has said a word of the day
   * @param brought whether its sessions were brought to it; else somebody is about to, or crashed
   */
  public record Setting(DayPlan plan, int revision, boolean ofCalendar, boolean brought) {}
}

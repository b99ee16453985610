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

  /**
   * A plan in force.
   *
   * @param revision raised by every setting of the day, so that of two at once one is the later
   */
  public record Setting(DayPlan plan, int revision) {}
}

package id.antrean.domain.office;

import id.antrean.domain.office.ArrangeDay.Planner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
   * @param unfinished the revisions of which nobody has said that their writer is done: whoever put
   *     one in force is at it still, or crashed, and the sessions may be as any of them says
   */
  public record Setting(DayPlan plan, int revision, boolean ofCalendar, Set<Integer> unfinished) {

    public Setting {
      unfinished = Set.copyOf(unfinished);
    }

    /** What is in force once that plan takes the place of what was. */
    public static Setting after(@Nullable Setting before, DayPlan plan, Planner by) {
      int revision = before == null ? 1 : before.revision() + 1;
      Set<Integer> unfinished = before == null ? Set.of() : before.unfinished();
      return new Setting(
          plan,
          revision,
          by.equals(Planner.CALENDAR),
          Stream.concat(unfinished.stream(), Stream.of(revision)).collect(Collectors.toSet()));
    }

    /** The same once the writers of those revisions are done. */
    public Setting finished(Set<Integer> revisions) {
      return new Setting(
          plan,
          revision,
          ofCalendar,
          unfinished.stream().filter(one -> !revisions.contains(one)).collect(Collectors.toSet()));
    }
  }
}

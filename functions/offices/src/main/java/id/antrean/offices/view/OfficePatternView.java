package id.antrean.offices.view;

import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.gateway.View;
import java.time.DayOfWeek;
import java.util.List;

/** The week of an office and its rules. */
public record OfficePatternView(
    String officeId,
    int version,
    List<WeeklySessionView> sessions,
    List<WeeklyReleaseView> releases,
    int rescheduleLimit,
    int cutOffDays,
    long letsInMinutes)
    implements View {

  /** A session that comes every week on those days. */
  public record WeeklySessionView(
      List<DayOfWeek> days, String start, int minutes, Lane lane, int quota) implements View {
    static WeeklySessionView of(Office.WeeklySession session) {
      return new WeeklySessionView(
          session.days().stream().sorted().toList(),
          session.start().toString(),
          session.minutes(),
          session.lane(),
          session.quota());
    }
  }

  /** When so many seats of each session of a week can be held. */
  public record WeeklyReleaseView(int weeksBefore, DayOfWeek day, String time, int quota)
      implements View {
    static WeeklyReleaseView of(Office.WeeklyRelease release) {
      return new WeeklyReleaseView(
          release.weeksBefore(), release.day(), release.time().toString(), release.seats());
    }
  }

  public static OfficePatternView of(Standing standing) {
    Office office = standing.office();
    return new OfficePatternView(
        office.id().value(),
        standing.version(),
        office.pattern().stream().map(WeeklySessionView::of).toList(),
        office.rules().releases().stream().map(WeeklyReleaseView::of).toList(),
        office.rules().rescheduleLimit(),
        office.rules().cutOffDays(),
        office.rules().letsIn().toMinutes());
  }
}

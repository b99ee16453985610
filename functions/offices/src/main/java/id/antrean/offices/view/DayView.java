package id.antrean.offices.view;

import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SeatState;
import id.antrean.domain.office.Session;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import id.antrean.offices.day.DeskDay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day as its office sees it. */
public record DayView(
    String officeId,
    String date,
    int version,
    @Nullable HolidayView holiday,
    @Nullable String opensAt,
    List<ReleaseView> releases,
    List<DaySessionView> sessions)
    implements View {

  public static DayView of(Office office, DeskDay day, Language language) {
    Instant opensAt = day.opensAt();
    return new DayView(
        office.id().value(),
        day.date().toString(),
        day.version(),
        HolidayView.ofOrNull(day.holiday(), language),
        opensAt == null ? null : Times.at(opensAt, office.zone()),
        day.releases().stream()
            .map(release -> new ReleaseView(Times.at(release.at(), office.zone()), release.seats()))
            .toList(),
        day.lines().stream().map(DaySessionView::of).toList());
  }

  /** From then on so many seats more of each session can be held. */
  public record ReleaseView(String at, int quota) implements View {}

  /**
   * A session of it, and who comes.
   *
   * @param state for applicants
   * @param open whether the office has it: its desk takes seats in it until the day ends
   */
  public record DaySessionView(
      String id,
      String start,
      long minutes,
      Lane lane,
      int quota,
      SeatState state,
      boolean open,
      int held,
      int paid,
      int checkedIn)
      implements View {

    static DaySessionView of(DeskDay.Line line) {
      Session session = line.session().session();
      return new DaySessionView(
          session.id().toString(),
          session.id().start().toString(),
          session.length().toMinutes(),
          session.id().lane(),
          session.quota(),
          line.session().state(),
          session.state() == Session.State.OPEN,
          line.attendance().held(),
          line.attendance().paid(),
          line.attendance().checkedIn());
    }
  }
}

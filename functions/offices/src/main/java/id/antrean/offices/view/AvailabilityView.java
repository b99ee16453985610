package id.antrean.offices.view;

import id.antrean.domain.office.DayAvailability;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SeatState;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionAvailability;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is free in a month. */
public record AvailabilityView(String officeId, String month, List<AvailabilityDayView> days)
    implements View {

  public static AvailabilityView of(
      Office office, YearMonth month, List<DayAvailability> days, Language language) {
    return new AvailabilityView(
        office.id().value(),
        month.toString(),
        days.stream().map(day -> AvailabilityDayView.of(day, office, language)).toList());
  }

  /** A day of it. */
  public record AvailabilityDayView(
      String date,
      SeatState state,
      @Nullable String opensAt,
      @Nullable HolidayView holiday,
      List<AvailabilitySessionView> sessions)
      implements View {

    static AvailabilityDayView of(DayAvailability day, Office office, Language language) {
      Instant opensAt = day.opensAt();
      return new AvailabilityDayView(
          day.date().toString(),
          day.state(),
          opensAt == null ? null : Times.at(opensAt, office.zone()),
          HolidayView.ofOrNull(day.holiday(), language),
          day.sessions().stream().map(AvailabilitySessionView::of).toList());
    }
  }

  /** A session of such a day. */
  public record AvailabilitySessionView(
      String id, String startsAt, String endsAt, Lane lane, int quota, int free, SeatState state)
      implements View {

    static AvailabilitySessionView of(SessionAvailability available) {
      Session session = available.session();
      return new AvailabilitySessionView(
          session.id().toString(),
          Times.at(session.startsAt(), session.zone()),
          Times.at(session.endsAt(), session.zone()),
          session.id().lane(),
          session.quota(),
          available.free(),
          available.state());
    }
  }
}

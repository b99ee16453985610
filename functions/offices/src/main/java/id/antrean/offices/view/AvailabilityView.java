package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.DayAvailability;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionAvailability;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What is free in a month. */
public final class AvailabilityView {

  private AvailabilityView() {}

  public static ObjectNode of(
      Office office, YearMonth month, List<DayAvailability> days, Language language) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("officeId", office.id().value());
    view.put("month", month.toString());
    ArrayNode items = view.putArray("days");
    days.forEach(day -> items.add(day(day, office, language)));
    return view;
  }

  private static ObjectNode day(DayAvailability day, Office office, Language language) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("date", day.date().toString());
    view.put("state", day.state().name());
    Instant opensAt = day.opensAt();
    view.put("opensAt", opensAt == null ? null : Times.at(opensAt, office.zone()));
    view.set("holiday", HolidayView.ofOrNull(day.holiday(), language));
    ArrayNode sessions = view.putArray("sessions");
    day.sessions().forEach(session -> sessions.add(session(session)));
    return view;
  }

  private static ObjectNode session(SessionAvailability available) {
    Session session = available.session();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", session.id().toString())
        .put("startsAt", Times.at(session.startsAt(), session.zone()))
        .put("endsAt", Times.at(session.endsAt(), session.zone()))
        .put("lane", session.id().lane().name())
        .put("quota", session.quota())
        .put("free", available.free())
        .put("state", available.state().name());
  }
}

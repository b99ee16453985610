package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.offices.DeskDay;
import java.time.Instant;

/** A day as its office sees it. */
public final class DayView {

  private DayView() {}

  public static ObjectNode of(Office office, DeskDay day, Language language) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("officeId", office.id().value());
    view.put("date", day.date().toString());
    view.put("version", day.version());
    view.set("holiday", HolidayView.ofOrNull(day.holiday(), language));
    Instant opensAt = day.opensAt();
    view.put("opensAt", opensAt == null ? null : Times.at(opensAt, office.zone()));
    ArrayNode sessions = view.putArray("sessions");
    day.lines().forEach(line -> sessions.add(line(line)));
    return view;
  }

  private static ObjectNode line(DeskDay.Line line) {
    Session session = line.session().session();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", session.id().toString())
        .put("start", session.id().start().toString())
        .put("minutes", session.length().toMinutes())
        .put("lane", session.id().lane().name())
        .put("quota", session.quota())
        .put("state", line.session().state().name())
        .put("held", line.attendance().held())
        .put("paid", line.attendance().paid())
        .put("checkedIn", line.attendance().checkedIn());
  }
}

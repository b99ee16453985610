package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments.Page;
import id.antrean.gateway.view.ApplicationView;

/** Somebody on the day's list: as much as the desk needs to call and recognise them. */
public final class AppointmentView {

  private AppointmentView() {}

  public static ObjectNode page(Page page) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode items = view.putArray("items");
    page.items().forEach(appointment -> items.add(of(appointment)));
    return view.put("nextCursor", page.nextCursor());
  }

  private static ObjectNode of(Appointment appointment) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("applicationId", appointment.application().value());
    view.put("name", appointment.name());
    view.put("nik", appointment.nik());
    view.set("session", ApplicationView.session(appointment.seat()));
    view.put("status", appointment.status().name());
    view.put("version", appointment.revision());
    return view.put("verdict", appointment.verdict().name());
  }
}

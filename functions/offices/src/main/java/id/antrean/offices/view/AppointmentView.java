package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication.Page;
import id.antrean.gateway.view.ApplicationView;

/** Somebody on the day's list: as much as the desk needs to call and recognise them. */
public final class AppointmentView {

  private AppointmentView() {}

  public static ObjectNode page(Page page) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode items = view.putArray("items");
    page.items().forEach(application -> items.add(of(application)));
    return view.put("nextCursor", page.nextCursor());
  }

  private static ObjectNode of(Application application) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("applicationId", application.id().value());
    view.put("name", application.dossier().applicant().fullName());
    view.put("nik", application.dossier().applicant().nik().masked());
    view.set("session", ApplicationView.session(application.booking().seat().orElseThrow()));
    view.put("status", application.status().name());
    view.put("version", application.revision());
    return view.put("verdict", application.dossier().identity().verdict().name());
  }
}

package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.Office;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An office as everybody sees it. */
public final class OfficeView {

  private OfficeView() {}

  public static ObjectNode page(List<Office> offices, @Nullable String nextCursor) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode items = view.putArray("items");
    offices.forEach(office -> items.add(of(office)));
    return view.put("nextCursor", nextCursor);
  }

  public static ObjectNode of(Office office) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", office.id().value());
    view.put("name", office.name());
    view.put("address", office.address());
    view.putObject("location")
        .put("latitude", office.location().latitude())
        .put("longitude", office.location().longitude());
    view.put("zone", office.zone().getId());
    ArrayNode services = view.putArray("services");
    office.services().forEach(service -> services.add(service(service)));
    return view;
  }

  private static ObjectNode service(Office.Service service) {
    ObjectNode view = JsonNodeFactory.instance.objectNode().put("type", service.type().name());
    ArrayNode kinds = view.putArray("kinds");
    service.kinds().forEach(kind -> kinds.add(kind.name()));
    ArrayNode lanes = view.putArray("lanes");
    service.lanes().forEach(lane -> lanes.add(lane.name()));
    return view;
  }
}

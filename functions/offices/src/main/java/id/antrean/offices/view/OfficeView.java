package id.antrean.offices.view;

import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.View;
import java.util.List;

/** An office as everybody sees it. */
public record OfficeView(
    String id,
    String name,
    String address,
    LocationView location,
    String zone,
    List<OfficeServiceView> services)
    implements View {

  public record LocationView(double latitude, double longitude) implements View {}

  /** Which passports it makes, for whom, in which queues. */
  public record OfficeServiceView(
      PassportRequest.Type type, List<PassportRequest.Kind> kinds, List<Lane> lanes)
      implements View {

    static OfficeServiceView of(Office.Service service) {
      return new OfficeServiceView(service.type(), service.kinds(), service.lanes());
    }
  }

  public static OfficeView of(Office office) {
    return new OfficeView(
        office.id().value(),
        office.name(),
        office.address(),
        new LocationView(office.location().latitude(), office.location().longitude()),
        office.zone().getId(),
        office.services().stream().map(OfficeServiceView::of).toList());
  }
}

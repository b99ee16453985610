package id.antrean.offices.view;

import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import java.util.List;

/** An office as everybody sees it. */
public record OfficeView(
    String id,
    String name,
    String address,
    LocationView location,
    String zone,
    List<OfficeServiceView> services) {

  public record LocationView(double latitude, double longitude) {}

  /** Which passports it makes, for whom, in which queues. */
  public record OfficeServiceView(String type, List<String> kinds, List<String> lanes) {

    static OfficeServiceView of(Office.Service service) {
      return new OfficeServiceView(
          service.type().name(),
          service.kinds().stream().map(PassportRequest.Kind::name).toList(),
          service.lanes().stream().map(Lane::name).toList());
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

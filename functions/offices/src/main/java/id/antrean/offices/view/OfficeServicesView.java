package id.antrean.offices.view;

import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.gateway.View;
import id.antrean.offices.view.OfficeView.OfficeServiceView;
import java.util.List;

/** What an office offers. */
public record OfficeServicesView(String officeId, int version, List<OfficeServiceView> services)
    implements View {

  public static OfficeServicesView of(Standing standing) {
    return new OfficeServicesView(
        standing.office().id().value(),
        standing.version(),
        standing.office().services().stream().map(OfficeServiceView::of).toList());
  }
}

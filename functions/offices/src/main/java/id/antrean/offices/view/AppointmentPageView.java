package id.antrean.offices.view;

import id.antrean.domain.application.FindAppointments.Page;
import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of a day's list. */
public record AppointmentPageView(List<AppointmentView> items, @Nullable String nextCursor)
    implements View {

  public static AppointmentPageView of(Page page) {
    return new AppointmentPageView(
        page.items().stream().map(AppointmentView::of).toList(), page.nextCursor());
  }
}

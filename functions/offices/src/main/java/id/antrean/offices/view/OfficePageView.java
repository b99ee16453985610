package id.antrean.offices.view;

import id.antrean.domain.office.Office;
import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the offices. */
public record OfficePageView(List<OfficeView> items, @Nullable String nextCursor) implements View {

  public static OfficePageView of(List<Office> offices, @Nullable String nextCursor) {
    return new OfficePageView(offices.stream().map(OfficeView::of).toList(), nextCursor);
  }
}

package id.antrean.offices.view;

import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of what was changed of an office. */
public record HistoryPageView(List<OfficeChangeView> items, @Nullable String nextCursor)
    implements View {

  /** Who changed what, when, and how it was before and after. */
  public record OfficeChangeView(
      String at,
      String role,
      String by,
      OfficeChange.Kind kind,
      @Nullable String date,
      List<String> before,
      List<String> after)
      implements View {

    static OfficeChangeView of(OfficeChange change, Office office) {
      LocalDate date = change.date();
      return new OfficeChangeView(
          Times.at(change.at(), office.zone()),
          change.role(),
          change.name(),
          change.kind(),
          date == null ? null : date.toString(),
          change.before(),
          change.after());
    }
  }

  public static HistoryPageView of(
      List<OfficeChange> changes, Office office, @Nullable String nextCursor) {
    return new HistoryPageView(
        changes.stream().map(change -> OfficeChangeView.of(change, office)).toList(), nextCursor);
  }
}

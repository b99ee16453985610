package id.antrean.statistics;

import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.statistics.FindFigures;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What happened at an office, for those who answer for it. */
@Singleton
final class StatisticsRoutes implements Routes {
  /** A quarter of a year, whichever. */
  static final int MOST_DAYS = 93;

  private final OfficeInPath officeInPath;
  private final FindFigures figures;

  StatisticsRoutes(FindOffice offices, FindFigures figures) {
    this.officeInPath = new OfficeInPath(offices);
    this.figures = figures;
  }

  @Override
  public Api on(Api api) {
    return api.overseer(
        "GET",
        "/offices/{officeId}/statistics",
        (request, caller) -> officeInPath.answer(request, office -> statistics(request, office)));
  }

  private Answer statistics(Request request, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<LocalDate> from = CalendarParameters.dateInQuery("from", request, errors);
    Optional<LocalDate> to = CalendarParameters.dateInQuery("to", request, errors);
    if (from.isPresent() && to.isPresent()) {
      checkPeriod(from.get(), to.get(), errors);
    }
    errors.check();
    return Answer.ok(
        StatisticsView.of(
            office.id(),
            from.orElseThrow(),
            to.orElseThrow(),
            figures.find(office.id(), from.orElseThrow(), to.orElseThrow())));
  }

  private static void checkPeriod(LocalDate from, LocalDate to, FieldErrors errors) {
    if (to.isBefore(from)) {
      errors.add("/query/to", "before-from");
    } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      errors.add("/query/to", "period", MOST_DAYS);
    }
  }
}

package id.antrean.statistics;

import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.statistics.FindFigures;
import id.antrean.domain.statistics.FindQuotas;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.CalendarParameters.Period;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What happened at an office, for those who answer for it. */
@Singleton
final class StatisticsRoutes implements Routes {
  /** A quarter of a year, whichever. */
  static final int MOST_DAYS = 93;

  private final OfficeInPath officeInPath;
  private final FindFigures figures;
  private final FindQuotas quotas;

  StatisticsRoutes(FindOffice offices, FindFigures figures, FindMonth months) {
    this.officeInPath = new OfficeInPath(offices);
    this.figures = figures;
    this.quotas = new FindQuotas(months);
  }

  @Override
  public Api on(Api api) {
    return api.overseer(
        "GET",
        "/offices/{officeId}/statistics",
        officeInPath.at((request, caller, office) -> statistics(request, office)));
  }

  private Answer statistics(Request request, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<Period> asked = CalendarParameters.periodInQuery(MOST_DAYS, request, errors);
    errors.check();
    Period period = asked.orElseThrow();
    return Answer.ok(
        StatisticsView.of(
            office.id(),
            period.from(),
            period.to(),
            quotas.find(office.id(), period.from(), period.to()),
            figures.find(office.id(), period.from(), period.to())));
  }
}

package id.antrean.domain.statistics;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.Session;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many seats an office has: what its figures are measured by. As its calendar stands now; what
 * it has closed or taken out of a day counts no more.
 */
public final class FindQuotas {
  private final FindMonth months;

  public FindQuotas(FindMonth months) {
    this.months = months;
  }

  /** Of those days, the first and the last included; days and lanes without a seat are left out. */
  public Map<LaneDay, Long> find(OfficeId office, LocalDate from, LocalDate to) {
    Map<LaneDay, Long> quotas = new HashMap<>();
    Stream.iterate(
            YearMonth.from(from),
            month -> !month.isAfter(YearMonth.from(to)),
            month -> month.plusMonths(1))
        .flatMap(month -> months.find(office, month).stream())
        .filter(session -> isBetween(session.id().date(), from, to))
        .filter(session -> session.state() == Session.State.OPEN && session.quota() > 0)
        .forEach(
            session ->
                quotas.merge(
                    new LaneDay(office, session.id().date(), session.id().lane()),
                    (long) session.quota(),
                    Long::sum));
    return quotas;
  }

  private static boolean isBetween(LocalDate date, LocalDate from, LocalDate to) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}

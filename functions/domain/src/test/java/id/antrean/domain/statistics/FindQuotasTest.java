package id.antrean.domain.statistics;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.session;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindQuotasTest {
  private static final Office OFFICE = office(WIB);
  private static final OfficeId CILEGON = OFFICE.id();

  private static Map<LaneDay, Long> quotas(String from, String to, Session... sessions) {
    FindQuotas quotas =
        new FindQuotas(
            (office, month) ->
                List.of(sessions).stream()
                    .filter(it -> it.id().office().equals(office))
                    .filter(it -> YearMonth.from(it.id().date()).equals(month))
                    .toList());
    return quotas.find(CILEGON, LocalDate.parse(from), LocalDate.parse(to));
  }

  private static LaneDay regular(String date) {
    return new LaneDay(CILEGON, LocalDate.parse(date), Lane.REGULAR);
  }

  @Test
  void theSeatsOfADaysSessionsAreOneQuota() {
    assertThat(
            quotas(
                "2026-12-07",
                "2026-12-07",
                session(OFFICE, "2026-12-07T08:00", 20, 3),
                session(OFFICE, "2026-12-07T09:00", 15, 0)))
        .containsExactly(Map.entry(regular("2026-12-07"), 35L));
  }

  @Test
  void theFirstDayAndTheLastAreAmongThemInWhicheverMonths() {
    assertThat(
            quotas(
                "2026-11-30",
                "2027-01-01",
                session(OFFICE, "2026-11-29T08:00", 1, 0),
                session(OFFICE, "2026-11-30T08:00", 2, 0),
                session(OFFICE, "2026-12-15T08:00", 3, 0),
                session(OFFICE, "2027-01-01T08:00", 4, 0),
                session(OFFICE, "2027-01-02T08:00", 5, 0)))
        .containsOnly(
            Map.entry(regular("2026-11-30"), 2L),
            Map.entry(regular("2026-12-15"), 3L),
            Map.entry(regular("2027-01-01"), 4L));
  }

  @Test
  void whatIsClosedOrHasNoSeatCountsNot() {
    assertThat(
            quotas(
                "2026-12-07",
                "2026-12-08",
                session(OFFICE, "2026-12-07T08:00", 20, 3).closed(),
                session(OFFICE, "2026-12-08T08:00", 0, 0)))
        .isEmpty();
  }
}

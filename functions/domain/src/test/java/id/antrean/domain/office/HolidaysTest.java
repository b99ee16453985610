package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.office;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.office.Holiday.Kind;
import id.antrean.domain.office.Holiday.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
  private static final Instant NOW = at(WIB, "2026-12-01T12:00:00");

  /** 25 days of the joint decree; 2027 has no collective leave yet. */
  @ParameterizedTest
  @CsvSource({"2026, NATIONAL, 17", "2026, COLLECTIVE_LEAVE, 8", "2027, NATIONAL, 18"})
  void aYearHasAsManyAsWereDecided(int year, Kind kind, int days) {
    assertThat(
            Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(12)
                .flatMap(month -> Holidays.in(month, NOW).values().stream())
                .filter(holiday -> holiday.kind() == kind))
        .hasSize(days);
  }

  @Test
  void theStateDecidesWhatIsCelebrated() {
    assertThat(Holidays.on(day("2026-12-24"), NOW))
        .contains(new Holiday(Kind.COLLECTIVE_LEAVE, Occasion.CHRISTMAS));
    assertThat(Holidays.on(day("2026-12-23"), NOW)).isEmpty();
    assertThat(Holidays.on(day("2027-08-17"), NOW))
        .contains(new Holiday(Kind.NATIONAL, Occasion.INDEPENDENCE));
  }

  @Test
  void aHolidayIsOneFromTheDayOnWhichItWasDecided() {
    assertThat(Holidays.on(day("2026-12-24"), at(WIB, "2025-09-18T23:59:59"))).isEmpty();
    assertThat(Holidays.on(day("2026-12-24"), at(WIB, "2025-09-19T00:00:00"))).isPresent();
  }

  @Test
  void aLaterDecisionTakesAHolidayBackOrMovesIt() {
    Row declared = row("2026-01-01", "NATIONAL", "MAULID");
    Row takenBack = row("2026-06-01", "WORKING_DAY", "MAULID");
    Row again = row("2026-06-01", "COLLECTIVE_LEAVE", "MAULID");

    assertThat(Holidays.latest(List.of(takenBack, declared), NOW)).isEmpty();
    assertThat(Holidays.latest(List.of(takenBack, declared), at(WIB, "2026-05-31T23:59:59")))
        .contains(new Holiday(Kind.NATIONAL, Occasion.MAULID));
    assertThat(Holidays.latest(List.of(declared, takenBack, again), NOW))
        .contains(new Holiday(Kind.COLLECTIVE_LEAVE, Occasion.MAULID));
  }

  private static Row row(String from, String kind, String occasion) {
    return new Row(LocalDate.parse(from), List.of("2026-12-07", kind, occasion));
  }

  @Test
  void aMonthShowsItsHolidaysToo() {
    List<DayAvailability> days =
        DayAvailability.ofMonth(office(WIB), YearMonth.of(2026, 12), List.of(), NOW);

    assertThat(days)
        .extracting(DayAvailability::date)
        .containsExactly(day("2026-12-24"), day("2026-12-25"));
    assertThat(days).allSatisfy(it -> assertThat(it.state()).isEqualTo(SeatState.CLOSED));
  }

  @Test
  void aHolidayIsPastWhenItIsOver() {
    assertThat(christmasAt("2026-12-25T23:59:59")).isEqualTo(SeatState.CLOSED);
    assertThat(christmasAt("2026-12-26T00:00:00")).isEqualTo(SeatState.PAST);
  }

  private static SeatState christmasAt(String local) {
    return DayAvailability.ofMonth(office(WIB), YearMonth.of(2026, 12), List.of(), at(WIB, local))
        .getLast()
        .state();
  }
}

package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.antrean.domain.Unavailable;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LayingOutTheCalendarTest {
  /** Wednesday, 2 December, 23:30 in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T16:30:00Z");

  @Test
  void theComingSixtyDaysHaveTheSessionsOfTheWeek() {
    long days = offices.layOutCalendar().run();

    // 61 days from a Wednesday on, weekends without sessions.
    assertThat(days).isEqualTo(43);
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-02"))).hasSize(2);
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-05"))).isEmpty();
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-29"))).hasSize(2);
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-02-01"))).isEmpty();
  }

  @Test
  void doneOnceItCostsOneQueryForEachMonthAndNothingElse() {
    offices.layOutCalendar().run();
    int queries = offices.calendar.queries();
    int writes = offices.calendar.writes();

    long days = offices.layOutCalendar().run();

    assertThat(days).isZero();
    assertThat(offices.calendar.writes()).isEqualTo(writes);
    // Two offices, December and January.
    assertThat(offices.calendar.queries() - queries).isLessThanOrEqualTo(2 * 3);
  }

  @Test
  void theNextDayIsLaidOutOnTheNextDay() {
    offices.layOutCalendar().run();

    offices.pass(Duration.ofMinutes(30).minusSeconds(1));
    long beforeMidnight = offices.layOutCalendar().run();
    offices.pass(Duration.ofDays(1).plusSeconds(1));
    long afterMidnight = offices.layOutCalendar().run();

    assertThat(beforeMidnight).isZero();
    // Up to Monday and Tuesday, 1 and 2 February.
    assertThat(afterMidnight).isEqualTo(2);
  }

  @Test
  void whatACrashLeftUndoneTheNextRunDoes() {
    offices.calendar.crashAfter(10);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> offices.layOutCalendar().run());
    offices.calendar.restart();

    long rest = offices.layOutCalendar().run();

    assertThat(rest).isEqualTo(33);
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-29"))).hasSize(2);
  }
}

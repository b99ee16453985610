package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.antrean.domain.Unavailable;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayingOutTheCalendarTest {
  /** The plan, its session, two that it leaves out, and that this is done. */
  private static final int FIVE_OF_THE_OTHER = 5;

  /** Wednesday, 2 December, 23:30 in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T16:30:00Z");

  @Test
  void theComingSixtyDaysHaveTheSessionsOfTheWeek() {
    long days = offices.layOutCalendar().run();

    // 61 days from a Wednesday on; weekends, Christmas with the day before, New Year and Isra
    // Mikraj
    // without sessions.
    assertThat(days).isEqualTo(39);
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-24"))).isEmpty();
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-25"))).isEmpty();
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
  void anOfficeMayWorkOnAHoliday() {
    offices.set(
        "2026-12-24",
        "{\"sessions\":[{\"start\":\"08:00\",\"minutes\":60,\"lane\":\"REGULAR\",\"quota\":5}]}",
        "officer");

    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-24"))).hasSize(1);
  }

  /** As the former version left it: Christmas Eve laid out like any Thursday, somebody in it. */
  @Test
  void aHolidayThatWasLaidOutBeforeItWasKnownTakesNoNewHolds() {
    LocalDate eve = LocalDate.parse("2026-12-24");
    SessionId eight = SessionId.parse("CLG.2026-12-24.0800.REGULAR").orElseThrow();
    DayPlan laidOut = laidOut(eve);
    offices.calendar.claim(eight, Bookings.hold(1));

    offices.layOutCalendar().run();

    assertThat(laidOut.sessions()).isNotEmpty();
    assertThat(offices.calendar.openOn(eve)).isEmpty();
    assertThat(offices.calendar.session(eight).seats()).containsExactly(Bookings.hold(1));
    assertThat(offices.layOutCalendar().run()).isZero();
  }

  @Test
  void aHolidayThatAnOfficerSetAlikeStaysOpen() {
    LocalDate eve = LocalDate.parse("2026-12-24");
    laidOut(eve);
    offices.set(
        "2026-12-24",
        "{\"sessions\":[{\"start\":\"08:00\",\"minutes\":60,\"lane\":\"REGULAR\",\"quota\":20}]}",
        "officer");

    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(eve)).hasSize(1);
  }

  @Test
  void aHolidayThatIsTakenBackIsLaidOut() {
    LocalDate monday = LocalDate.parse("2026-12-07");
    offices
        .setDay()
        .set(
            offices.find(OfficesAt.CILEGON).orElseThrow(),
            new DayPlan(monday, List.of(), null),
            Planner.CALENDAR);

    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(monday)).hasSize(2);
  }

  /** Lays out a day as if it were an ordinary one. */
  private DayPlan laidOut(LocalDate date) {
    Office office = offices.find(OfficesAt.CILEGON).orElseThrow();
    DayPlan week = DayPlan.ofPattern(office, date.minusWeeks(1), offices.clock.instant());
    DayPlan plan = new DayPlan(date, week.sessions(), null);
    offices
        .calendar
        .days()
        .layOut(office.id(), plan, plan.sessionsAt(office), offices.clock.instant());
    return plan;
  }

  @Test
  void whatACrashLeftUndoneTheNextRunDoes() {
    offices.calendar.crashAfter(10);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> offices.layOutCalendar().run());
    offices.calendar.restart();

    long rest = offices.layOutCalendar().run();

    assertThat(rest).isEqualTo(29);
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-29"))).hasSize(2);
  }

  /** A plan in force, its two new sessions, two former ones, and that it is done: six writes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aDayThatACrashLeftHalfSetIsBroughtToItsEndWhoeverSetIt(int writesBefore) {
    offices.layOutCalendar().run();
    offices.calendar.crashAfter(writesBefore);
    Reply crashed =
        offices.set(
            "2026-12-07",
            """
            {"sessions": [
              {"start": "10:00", "minutes": 60, "lane": "REGULAR", "quota": 5},
              {"start": "11:00", "minutes": 60, "lane": "REGULAR", "quota": 5}]}
            """,
            "officer");
    offices.calendar.restart();

    offices.layOutCalendar().run();
    int writes = offices.calendar.writes();
    offices.layOutCalendar().run();

    assertThat(crashed.status()).isEqualTo(503);
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-07")))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2026-12-07.1000.REGULAR", "CLG.2026-12-07.1100.REGULAR");
    assertThat(offices.calendar.writes()).isEqualTo(writes);
  }

  /** The first is at the second of its writes when the other sets the day, and dies after it. */
  @Test
  void whatACrashLeftInADayThatAnotherHasSetSinceIsBroughtToItsEndToo() {
    offices.layOutCalendar().run();
    offices.calendar.beforeNextWrites(
        () -> {}, () -> offices.set("2026-12-07", one("11:00"), "supervisor"));
    offices.calendar.crashAfter(1 + FIVE_OF_THE_OTHER + 1);
    Reply crashed = offices.set("2026-12-07", one("10:00"), "officer");
    offices.calendar.restart();

    offices.layOutCalendar().run();

    assertThat(crashed.status()).isEqualTo(503);
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-07")))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2026-12-07.1100.REGULAR");
  }

  private static String one(String start) {
    return """
    {"sessions": [{"start": "%s", "minutes": 60, "lane": "REGULAR", "quota": 5}]}
    """
        .formatted(start);
  }
}

package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.holds;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.releasing;
import static id.antrean.domain.office.Calendars.session;
import static id.antrean.domain.office.Calendars.time;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.office.Office.WeeklyRelease;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats that open in parts: from when how many can be held, and what is said until then. */
class ReleasesTest {
  private static final Instant FIRST = at(WIB, "2026-11-27T14:00:00");
  private static final Instant SECOND = at(WIB, "2026-12-01T09:00:00");
  private static final WeeklyRelease WEEK_AFTER_NEXT =
      new WeeklyRelease(2, DayOfWeek.FRIDAY, time("14:00"), 20);

  /** Of its quota 5 seats can be held from the first moment on, 3 more from the second. */
  private static Session inParts(int quota, int taken) {
    return releasing(
        session(office(WIB), "2026-12-07T08:00", quota, taken),
        new Release(FIRST, 5),
        new Release(SECOND, 3));
  }

  private static SessionAvailability seen(Session session, Instant now) {
    return SessionAvailability.of(session, office(WIB), now);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T13:59:59.999, NOT_YET_OPEN, 0",
    "2026-11-27T14:00:00, OPEN, 5",
    "2026-12-01T08:59:59.999, OPEN, 5",
    "2026-12-01T09:00:00, OPEN, 8",
    "2026-12-06T23:59:59.999, OPEN, 8",
    "2026-12-07T00:00:00, CLOSED, 0"
  })
  void everyPartOpensAtItsMomentAndStaysOpenUntilTheCutOff(String now, SeatState state, int free) {
    SessionAvailability seen = seen(inParts(20, 0), at(WIB, now));

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.free()).isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2026-12-01T08:59:59.999, OPEN, 1",
    "5, 2026-12-01T08:59:59.999, NOT_YET_OPEN, 0",
    "5, 2026-12-01T09:00:00, OPEN, 3",
    "7, 2026-12-01T09:00:00, OPEN, 1",
    "8, 2026-12-01T09:00:00, FULL, 0"
  })
  void whoHasASeatOfAPartHasItOfAllThatOpened(int taken, String now, SeatState state, int free) {
    SessionAvailability seen = seen(inParts(20, taken), at(WIB, now));

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.free()).isEqualTo(free);
  }

  /** They are nobody's and nobody can have them, until the office names them. */
  @Test
  void whatNoReleaseNamesIsKeptBack() {
    Session session = inParts(20, 8);

    assertThat(session.untaken()).isEqualTo(12);
    assertThat(session.opened(SECOND)).isEqualTo(8);
    assertThat(session.free(SECOND.plusSeconds(1))).isZero();
    assertThat(session.opensNext(SECOND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "7, 7", "5, 5", "4, 4", "0, 0"})
  void aQuotaThatWasLoweredCountsMoreThanWhatWasReleased(int quota, int opened) {
    assertThat(inParts(quota, 0).opened(SECOND)).isEqualTo(opened);
  }

  @Test
  void aQuotaThatWasLoweredBelowTheFirstPartHasNothingThatOpensNext() {
    assertThat(inParts(5, 0).opensNext(FIRST)).isEmpty();
    assertThat(inParts(6, 0).opensNext(FIRST)).contains(SECOND);
    assertThat(seen(inParts(5, 5), FIRST).state()).isEqualTo(SeatState.FULL);
    assertThat(seen(inParts(5, 9), FIRST).state()).isEqualTo(SeatState.FULL);
    assertThat(inParts(5, 9).free(FIRST)).isZero();
  }

  @Test
  void aSessionWithoutASeatNeverOpens() {
    assertThat(inParts(0, 0).opensNext(FIRST.minusMillis(1))).isEmpty();
    assertThat(seen(inParts(0, 0), FIRST.minusMillis(1)).state()).isEqualTo(SeatState.FULL);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00, 2026-11-27T14:00:00",
    "2026-11-27T13:59:59.999, 2026-11-27T14:00:00",
    "2026-11-27T14:00:00, 2026-12-01T09:00:00",
    "2026-12-01T08:59:59.999, 2026-12-01T09:00:00"
  })
  void whatOpensNextIsTheNextPart(String now, String next) {
    assertThat(inParts(20, 0).opensNext(at(WIB, now))).contains(at(WIB, next));
  }

  @Test
  void afterTheLastPartNothingOpensNext() {
    assertThat(inParts(20, 0).opensNext(SECOND)).isEmpty();
    assertThat(inParts(20, 0).opensNext(SECOND.plusSeconds(1))).isEmpty();
  }

  @Test
  void oneThatOpensAllAtOnceOpensNextAtItsOpeningAndThenNeverMore() {
    Session atOnce = Calendars.opening(session(office(WIB), "2026-12-07T08:00", 20, 0), FIRST);

    assertThat(atOnce.opensNext(FIRST.minusMillis(1))).contains(FIRST);
    assertThat(atOnce.opensNext(FIRST)).isEmpty();
    assertThat(atOnce.opened(FIRST.minusMillis(1))).isZero();
    assertThat(atOnce.opened(FIRST)).isEqualTo(20);
  }

  /** As where an office names fewer seats after more were taken: waiting for it is of no use. */
  @Test
  void aPartThatIsTakenAlreadyOpensNothing() {
    Instant third = SECOND.plusSeconds(60);
    Session taken =
        releasing(
            session(office(WIB), "2026-12-07T08:00", 20, 0).seating(holds(9), FIRST),
            new Release(FIRST, 5),
            new Release(SECOND, 3),
            new Release(third, 2));

    assertThat(taken.opensNext(FIRST)).contains(third);
    assertThat(seen(inParts(20, 9), FIRST).state()).isEqualTo(SeatState.FULL);
  }

  // ---- Of a week ----

  /** Each is a Monday or a Sunday of a week, and the Friday two weeks before that week. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-07, 2026-11-27",
    "2026-12-13, 2026-11-27",
    "2026-12-14, 2026-12-04",
    // Across the end of a year, both ways of looking at it.
    "2026-12-28, 2026-12-18",
    "2027-01-01, 2026-12-18",
    "2027-01-03, 2026-12-18",
    "2027-01-04, 2026-12-25",
    "2027-01-15, 2027-01-01",
    // Across a February with a leap day.
    "2028-03-05, 2028-02-18",
    "2028-03-06, 2028-02-25",
    "2028-03-13, 2028-03-03"
  })
  void onFridaysTheWeekAfterNextOpens(LocalDate date, LocalDate friday) {
    assertThat(releasing(office(WIB), WEEK_AFTER_NEXT).releasesOf(date))
        .containsExactly(new Release(friday.atTime(14, 0).atZone(WIB).toInstant(), 20));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-11-27T07:00:00Z",
    "Asia/Makassar, 2026-11-27T06:00:00Z",
    "Asia/Jayapura, 2026-11-27T05:00:00Z"
  })
  void theTimeIsThatOfTheOffice(ZoneId zone, Instant moment) {
    assertThat(releasing(office(zone), WEEK_AFTER_NEXT).releasesOf(day("2026-12-07")))
        .extracting(Release::at)
        .containsExactly(moment);
  }

  /** The first and the last day of a week, the week itself, and a leap day as the opening. */
  @ParameterizedTest
  @CsvSource({
    "0, MONDAY, 2026-12-09, 2026-12-07T00:05",
    "0, SUNDAY, 2026-12-09, 2026-12-13T00:05",
    "1, SUNDAY, 2026-12-07, 2026-12-06T00:05",
    "12, MONDAY, 2027-01-01, 2026-10-05T00:05",
    "2, TUESDAY, 2028-03-13, 2028-02-29T00:05"
  })
  void aWeekBeginsOnMondayHoweverLongBefore(
      int weeksBefore, DayOfWeek day, LocalDate date, LocalDateTime opens) {
    WeeklyRelease release = new WeeklyRelease(weeksBefore, day, time("00:05"), 7);

    assertThat(releasing(office(WIB), release).releasesOf(date))
        .containsExactly(new Release(opens.atZone(WIB).toInstant(), 7));
  }

  @Test
  void releasesComeByTheirMomentsHoweverTheyWereSaid() {
    Office office =
        releasing(
            office(WIB),
            new WeeklyRelease(0, DayOfWeek.MONDAY, time("08:00"), 1),
            new WeeklyRelease(1, DayOfWeek.FRIDAY, time("15:00"), 2),
            new WeeklyRelease(1, DayOfWeek.FRIDAY, time("14:00"), 3),
            new WeeklyRelease(3, DayOfWeek.SUNDAY, time("23:59"), 4));

    assertThat(office.releasesOf(day("2026-12-10")))
        .extracting(Release::seats)
        .containsExactly(4, 3, 2, 1);
  }

  @Test
  void anOfficeWithoutRulesOfItOpensItsDaysAtOnce() {
    assertThat(office(WIB).releasesOf(day("2026-12-07"))).isEqualTo(List.of());
  }
}

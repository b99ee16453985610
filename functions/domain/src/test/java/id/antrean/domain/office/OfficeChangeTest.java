package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.releasing;
import static id.antrean.domain.office.Calendars.time;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Office.WeeklyRelease;
import id.antrean.domain.office.Office.WeeklySession;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How things are written down in an office's history. */
class OfficeChangeTest {
  private static final Instant OPENING = at(WIB, "2026-11-27T14:00:00");

  private static DayPlan plan(@Nullable Instant opensAt, Release... releases) {
    return new DayPlan(
        day("2026-12-07"),
        List.of(
            new PlannedSession(time("09:00"), 60, Lane.REGULAR, 20),
            new PlannedSession(time("08:00"), 90, Lane.EXPRESS, 3),
            new PlannedSession(time("08:00"), 60, Lane.REGULAR, 0)),
        opensAt,
        List.of(releases));
  }

  @Test
  void aDayIsALineForEachSessionByStartAndLane() {
    assertThat(OfficeChange.lines(plan(null)))
        .containsExactly(
            "08:00 REGULAR 60 min, quota 0",
            "08:00 EXPRESS 90 min, quota 3",
            "09:00 REGULAR 60 min, quota 20");
  }

  @Test
  void aDayThatOpensLaterSaysWhen() {
    assertThat(OfficeChange.lines(plan(OPENING))).hasSize(4).endsWith("opens 2026-11-27T07:00:00Z");
  }

  @Test
  void aDayThatOpensInPartsSaysEachPartAndNotTwiceWhenItOpens() {
    assertThat(
            OfficeChange.lines(
                plan(OPENING, new Release(OPENING, 5), new Release(OPENING.plusSeconds(60), 7))))
        .hasSize(5)
        .endsWith("opens 5 at 2026-11-27T07:00:00Z", "opens 7 at 2026-11-27T07:01:00Z");
  }

  @Test
  void aDayWithoutSessionsIsNothing() {
    assertThat(OfficeChange.lines(new DayPlan(day("2026-12-07"), List.of(), null))).isEmpty();
  }

  @Test
  void aWeekIsALineForEachSessionAndOneForEachRule() {
    Office office =
        releasing(
            office(
                WIB,
                2,
                List.of(
                    new WeeklySession(
                        Set.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        time("08:00"),
                        60,
                        Lane.REGULAR,
                        20))),
            new WeeklyRelease(2, DayOfWeek.FRIDAY, time("14:00"), 15));

    List<String> lines = OfficeChange.lines(office);

    assertThat(lines).hasSize(5);
    assertThat(lines)
        .startsWith("[MONDAY, TUESDAY, FRIDAY] 08:00 REGULAR 60 min, quota 20")
        .endsWith("moves 1", "cut-off 2 days", "lets in 60 min before");
    assertThat(lines.get(1)).contains("2", "FRIDAY", "14:00", "15");
  }

  /** Auditors read it: no word of the program's own. */
  @Test
  void aRuleIsWrittenAsPeopleSayIt() {
    Office office =
        releasing(office(WIB), new WeeklyRelease(2, DayOfWeek.FRIDAY, time("14:00"), 15));

    assertThat(OfficeChange.lines(office))
        .noneMatch(line -> line.contains("WeeklyRelease") || line.contains("="));
  }

  @Test
  void whatIsOfferedIsALineForEachTypeOfPassport() {
    assertThat(
            OfficeChange.lines(
                List.of(
                    new Office.Service(
                        PassportRequest.Type.ELECTRONIC,
                        List.of(PassportRequest.Kind.NEW, PassportRequest.Kind.LOST),
                        List.of(Lane.REGULAR)))))
        .containsExactly("ELECTRONIC [NEW, LOST] [REGULAR]");
  }

  @Test
  void everyThingThatDiffersMakesAnotherLine() {
    Office before = office(WIB);
    Office after = Calendars.moving(before, 2);

    assertThat(OfficeChange.lines(after)).isNotEqualTo(OfficeChange.lines(before));
  }
}

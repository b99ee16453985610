package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.releasing;
import static id.antrean.domain.office.Calendars.time;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Office.WeeklySession;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayPlanTest {
  private static final Instant NOW = at(WIB, "2026-12-01T12:00:00");

  private static final List<WeeklySession> WEEK =
      List.of(
          new WeeklySession(
              Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), time("08:00"), 60, Lane.REGULAR, 20),
          new WeeklySession(Set.of(DayOfWeek.TUESDAY), time("08:00"), 120, Lane.PRIORITY, 5));

  @Test
  void anOrdinaryWeekSaysWhatADayHas() {
    Office office = office(WIB, 1, WEEK);

    assertThat(DayPlan.ofPattern(office, day("2026-12-07"), NOW).sessions())
        .containsExactly(new PlannedSession(time("08:00"), 60, Lane.REGULAR, 20));
    assertThat(DayPlan.ofPattern(office, day("2026-12-08"), NOW).sessions()).hasSize(2);
    assertThat(DayPlan.ofPattern(office, day("2026-12-06"), NOW).sessions()).isEmpty();
  }

  /** 15 and 16 June 2026 are a Monday and a Tuesday. */
  @Test
  void aHolidayHasNothingWhateverItsWeekday() {
    Office office = office(WIB, 1, WEEK);

    assertThat(DayPlan.ofPattern(office, day("2026-06-15"), NOW).sessions()).hasSize(1);
    assertThat(DayPlan.ofPattern(office, day("2026-06-16"), NOW).sessions()).isEmpty();
  }

  /** 29 February 2028 is a Tuesday. */
  @Test
  void aLeapDayIsAnOrdinaryDay() {
    assertThat(DayPlan.ofPattern(office(WIB, 1, WEEK), day("2028-02-29"), NOW).sessions())
        .hasSize(2);
  }

  @Test
  void plannedSessionsAreOpenEmptyAndInTheOfficesTime() {
    Office office = office(WIT, 1, WEEK);

    List<Session> sessions = DayPlan.ofPattern(office, day("2026-12-07"), NOW).sessionsAt(office);

    assertThat(sessions)
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.id()).hasToString("CLG.2026-12-07.0800.REGULAR");
              assertThat(session.startsAt()).isEqualTo(at(WIT, "2026-12-07T08:00"));
              assertThat(session.endsAt()).isEqualTo(at(WIT, "2026-12-07T09:00"));
              assertThat(session.seats()).isEmpty();
              assertThat(session.state()).isEqualTo(Session.State.OPEN);
              assertThat(session.opensAt()).isBefore(Instant.parse("2000-01-01T00:00:00Z"));
            });
  }

  @Test
  void theDaysOpeningIsEverySessionsOpening() {
    Instant opensAt = at(WIB, "2026-12-01T09:00");
    DayPlan plan =
        new DayPlan(
            day("2026-12-07"),
            List.of(new PlannedSession(time("08:00"), 60, Lane.REGULAR, 20)),
            opensAt);

    assertThat(plan.sessionsAt(office(WIB))).extracting(Session::opensAt).containsOnly(opensAt);
  }

  @Test
  void whatIsKeptForTheDeskIsOpenWhateverTheDayIs() {
    Instant opensAt = at(WIB, "2026-12-01T09:00");
    List<Release> releases =
        List.of(new Release(opensAt, 3), new Release(opensAt.plusSeconds(60), 4));
    DayPlan plan =
        new DayPlan(
            day("2026-12-07"),
            List.of(
                new PlannedSession(time("08:00"), 60, Lane.EXPRESS, 20),
                new PlannedSession(time("08:00"), 60, Lane.WALK_IN, 20)),
            opensAt,
            releases);

    assertThat(plan.sessionsAt(office(WIB)))
        .extracting(Session::opensAt)
        .containsExactly(opensAt, DayPlan.OPEN_ALREADY);
    assertThat(plan.sessionsAt(office(WIB)))
        .extracting(Session::releases)
        .containsExactly(releases, List.of());
  }

  @Test
  void aSessionOfAnotherStartOrLaneIsLeftOut() {
    DayPlan plan =
        new DayPlan(
            day("2026-12-07"),
            List.of(new PlannedSession(time("08:00"), 60, Lane.REGULAR, 20)),
            null);

    assertThat(plan.leavesOut(session("08:00", Lane.REGULAR))).isFalse();
    assertThat(plan.leavesOut(session("08:00", Lane.PRIORITY))).isTrue();
    assertThat(plan.leavesOut(session("09:00", Lane.REGULAR))).isTrue();
  }

  private static SessionId session(String start, Lane lane) {
    return new SessionId(new OfficeId("CLG"), day("2026-12-07"), time(start), lane);
  }

  @Test
  void anOrdinaryDayOpensAsTheRulesOfItsOfficeSay() {
    Office office =
        releasing(
            office(WIB, 1, WEEK),
            new Office.WeeklyRelease(1, DayOfWeek.MONDAY, time("09:00"), 5),
            new Office.WeeklyRelease(2, DayOfWeek.FRIDAY, time("14:00"), 12));

    DayPlan plan = DayPlan.ofPattern(office, day("2026-12-07"), NOW);

    assertThat(plan.opensAt()).isEqualTo(at(WIB, "2026-11-27T14:00"));
    assertThat(plan.releases())
        .containsExactly(
            new Release(at(WIB, "2026-11-27T14:00"), 12),
            new Release(at(WIB, "2026-11-30T09:00"), 5));
    assertThat(plan.sessionsAt(office))
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.opensAt()).isEqualTo(plan.opensAt());
              assertThat(session.releases()).isEqualTo(plan.releases());
              assertThat(session.closures()).isEmpty();
            });
  }

  @Test
  void anOfficeThatReleasesNothingInPartsHasItsDaysOpenAtOnce() {
    DayPlan plan = DayPlan.ofPattern(office(WIB, 1, WEEK), day("2026-12-07"), NOW);

    assertThat(plan.opensAt()).isNull();
    assertThat(plan.releases()).isEmpty();
  }
}

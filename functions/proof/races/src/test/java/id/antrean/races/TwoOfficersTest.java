package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.memory.PassingArrangeDay;
import id.antrean.offices.SetDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two officers who saw the same day set it at once. */
@ExtendWith(RealStore.class)
class TwoOfficersTest {
  private static final int ROUNDS = 12;
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Tables tables;

  TwoOfficersTest(Tables tables) {
    this.tables = tables;
  }

  @Test
  void oneOfThemSetsItAndTheOtherIsToldWhatItStandsAt() {
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate day = MONDAY.plusDays(round);
      List<DayPlan> plans = List.of(plan(day, "08:00", "10:00"), plan(day, "09:00", "11:00"));
      List<Outcome<Integer>> answers =
          AtOnce.all(
              plans.stream()
                  .<Callable<Outcome<Integer>>>map(plan -> () -> set(plan, seen -> seen == 0))
                  .toList());
      assertThat(answers)
          .containsExactlyInAnyOrder(Outcome.done(1), Outcome.refused(new Refusal.Stale(1)));
      int winner = answers.indexOf(Outcome.done(1));
      assertThat(openOn(day)).isEqualTo(startsOf(plans.get(winner)));
    }
  }

  @Test
  void aSettingBetweenTheLookAndTheWriteOfAnotherWins() {
    DayPlan first = plan(MONDAY, "08:00");
    DayPlan second = plan(MONDAY, "09:00");
    ArrangeDay interrupted = meanwhile(() -> set(second, seen -> seen == 0), true);

    assertThat(setBy(interrupted, first)).isEqualTo(Outcome.refused(new Refusal.Stale(1)));
    assertThat(openOn(MONDAY)).isEqualTo(startsOf(second));
  }

  @Test
  void withoutTheConditionOnTheVersionBothBelieveThatTheyHaveSetIt() {
    DayPlan first = plan(MONDAY, "08:00");
    DayPlan second = plan(MONDAY, "09:00");
    ArrangeDay unguarded = meanwhile(() -> set(second, seen -> seen == 0), false);

    assertThat(setBy(unguarded, first)).isEqualTo(Outcome.done(2));
    assertThat(openOn(MONDAY)).isEqualTo(startsOf(first));
  }

  private Outcome<Integer> set(DayPlan plan, IntPredicate expected) {
    return new SetDay(tables.calendar(), tables.arrangement(), CLOCK)
        .set(CILEGON, plan, new ArrangeDay.Planner("officer", "budi"), expected);
  }

  private Outcome<Integer> setBy(ArrangeDay arrange, DayPlan plan) {
    return new SetDay(tables.calendar(), arrange, CLOCK)
        .set(CILEGON, plan, new ArrangeDay.Planner("officer", "sri"), seen -> seen == 0);
  }

  /** Something else happens between the look and the write, which asks for the version or not. */
  private ArrangeDay meanwhile(Runnable deed, boolean guarded) {
    ArrangeDay store = tables.arrangement();
    return new PassingArrangeDay(store) {
      @Override
      public Placing putInForce(
          OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
        deed.run();
        return store.putInForce(office, plan, by, at, guarded ? before : standing(plan));
      }
    };
  }

  private @Nullable Setting standing(DayPlan plan) {
    return tables.calendar().find(CILEGON.id(), plan.date()).setting().orElse(null);
  }

  private static DayPlan plan(LocalDate day, String... starts) {
    return new DayPlan(
        day,
        IntStream.range(0, starts.length)
            .mapToObj(i -> new PlannedSession(LocalTime.parse(starts[i]), 60, Lane.REGULAR, 5 + i))
            .toList(),
        null);
  }

  private List<LocalTime> openOn(LocalDate day) {
    CalendarDay found = tables.calendar().find(CILEGON.id(), day);
    return found.sessions().stream()
        .filter(session -> session.state() == Session.State.OPEN)
        .map(session -> session.id().start())
        .sorted()
        .toList();
  }

  private static List<LocalTime> startsOf(DayPlan plan) {
    return plan.sessions().stream().map(PlannedSession::start).toList();
  }
}

package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.memory.PassingArrangeDay;
import id.antrean.offices.FollowWeek;
import id.antrean.offices.SetDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A supervisor sets the week of an office while an officer sets a day of it by hand. What follows
 * the week does so at the version that it saw of the day, which nobody had set by hand then.
 */
@ExtendWith(RealStore.class)
class PatternAgainstHandSetDayTest {
  private static final int ROUNDS = 12;
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ArrangeDay.Planner BUDI = new ArrangeDay.Planner("officer", "budi");

  private final Tables tables;

  PatternAgainstHandSetDayTest(Tables tables) {
    this.tables = tables;
  }

  private static DayPlan plan(LocalDate day, String... starts) {
    return new DayPlan(
        day,
        Stream.of(starts)
            .map(start -> new PlannedSession(LocalTime.parse(start), 60, Lane.REGULAR, 5))
            .toList(),
        null);
  }

  private static DayPlan byTheFormerWeek(LocalDate day) {
    return plan(day, "08:00", "09:00");
  }

  private static DayPlan byTheWeek(LocalDate day) {
    return plan(day, "08:00", "10:00");
  }

  private static DayPlan byHand(LocalDate day) {
    return plan(day, "13:00");
  }

  private boolean layOut(DayPlan plan) {
    return tables.pattern().layOut(CILEGON.id(), plan, plan.sessionsAt(CILEGON), NOW);
  }

  private Setting seen(LocalDate day) {
    return requireNonNull(tables.pattern().laidOut(CILEGON.id(), YearMonth.from(day)).get(day));
  }

  /** Whether a day follows the week that was seen like that. */
  private boolean follow(ArrangeDay arrange, LocalDate day, Setting seen) {
    return new FollowWeek(
            tables.pattern(),
            tables.calendar(),
            new SetDay(tables.calendar(), arrange, CLOCK),
            CLOCK)
        .follow(CILEGON, byTheWeek(day), seen);
  }

  private void setByHand(LocalDate day) {
    new SetDay(tables.calendar(), tables.arrangement(), CLOCK).set(CILEGON, byHand(day), BUDI);
  }

  private CalendarDay day(LocalDate day) {
    return tables.calendar().find(CILEGON.id(), day);
  }

  private void isAsSetByHand(LocalDate day) {
    assertThat(day(day).setting())
        .hasValueSatisfying(
            setting -> {
              assertThat(setting.plan()).isEqualTo(byHand(day));
              assertThat(setting.ofCalendar()).isFalse();
            });
    assertThat(openOn(day)).containsExactly(LocalTime.of(13, 0));
  }

  private List<LocalTime> openOn(LocalDate day) {
    return day(day).sessions().stream()
        .filter(session -> session.state() == Session.State.OPEN)
        .map(session -> session.id().start())
        .sorted()
        .toList();
  }

  @Test
  void aDayThatIsSetByHandStaysSoWhoeverIsFirst() {
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate day = MONDAY.plusDays(round);
      layOut(byTheFormerWeek(day));
      Setting seen = seen(day);
      Callable<Boolean> followed = () -> follow(tables.arrangement(), day, seen);
      Callable<Boolean> set =
          () -> {
            setByHand(day);
            return true;
          };

      boolean first = AtOnce.all(List.of(followed, set)).getFirst();

      assertThat(day(day).version()).isEqualTo(first ? 3 : 2);
      isAsSetByHand(day);
    }
  }

  @Test
  void aDayThatIsSetByHandWhileItIsLaidOutStaysSoToo() {
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate day = MONDAY.plusDays(round);
      Callable<Boolean> laidOut = () -> layOut(byTheWeek(day));
      Callable<Boolean> set =
          () -> {
            setByHand(day);
            return true;
          };

      boolean first = AtOnce.all(List.of(laidOut, set)).getFirst();

      assertThat(day(day).version()).isEqualTo(first ? 2 : 1);
      isAsSetByHand(day);
    }
  }

  @Test
  void aDayThatIsSetByHandBetweenTheLookAndTheWriteOfTheWeekStaysSo() {
    layOut(byTheFormerWeek(MONDAY));

    assertThat(follow(setByHandMeanwhile(), MONDAY, seen(MONDAY))).isFalse();

    isAsSetByHand(MONDAY);
  }

  @Test
  void withoutTheVersionThatItSawTheWeekWipesOutWhatWasSetByHand() {
    layOut(byTheFormerWeek(MONDAY));

    assertThat(
            new SetDay(tables.calendar(), setByHandMeanwhile(), CLOCK)
                .set(CILEGON, byTheWeek(MONDAY), ArrangeDay.Planner.CALENDAR, seen -> true))
        .isEqualTo(Outcome.done(3));

    assertThat(day(MONDAY).setting()).map(Setting::ofCalendar).contains(true);
    assertThat(openOn(MONDAY)).containsExactly(LocalTime.of(8, 0), LocalTime.of(10, 0));
  }

  /** Between the first look and the first write of the calendar an officer sets the day. */
  private ArrangeDay setByHandMeanwhile() {
    ArrangeDay store = tables.arrangement();
    AtomicBoolean happened = new AtomicBoolean();
    return new PassingArrangeDay(store) {
      @Override
      public Placing putInForce(
          OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
        if (!happened.getAndSet(true)) {
          setByHand(plan.date());
        }
        return store.putInForce(office, plan, by, at, before);
      }
    };
  }
}

package id.antrean.domain.counter;

import static id.antrean.domain.counter.Seats.CILEGON;
import static id.antrean.domain.counter.Seats.DAY;
import static id.antrean.domain.counter.Seats.at;
import static id.antrean.domain.counter.Seats.person;
import static id.antrean.domain.counter.Seats.seat;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line.Shown;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineTest {
  private static final Line NOBODY_YET = Line.nobodyYet(CILEGON, DAY);

  /** All sessions of the day have begun by then. */
  private static final Instant NOON = at("12:00");

  private static Line came(Seat... seats) {
    Line line = NOBODY_YET;
    for (Seat seat : seats) {
      line = line.joined(seat, at("07:00"));
    }
    return line;
  }

  private static Seat regular(String name, String time) {
    return seat(name, time, Lane.REGULAR);
  }

  private static Seat priority(String name, String time) {
    return seat(name, time, Lane.PRIORITY);
  }

  private static Visitor visitor(Line line, String name) {
    return line.visitor(person(name)).orElseThrow();
  }

  /** Calls the next at that moment. */
  private static Line callNext(Line line, Instant now) {
    return line.called(line.next(now).orElseThrow(), "3", now);
  }

  private static Line call(Line line, String name, Instant now) {
    return line.called(visitor(line, name), "3", now);
  }

  /** Names in the order in which they are called from then on, if nobody else comes. */
  private static List<String> order(Line line, Instant now) {
    List<String> names = new ArrayList<>();
    Line left = line;
    for (Optional<Visitor> next = left.next(now); next.isPresent(); next = left.next(now)) {
      names.add(next.get().application().value().replace("_", ""));
      left = left.called(next.get(), "3", now);
    }
    return names;
  }

  // ---- Without an appointment ----

  @ParameterizedTest
  @EnumSource(Lane.class)
  void whoWalksInIsBehindWhoeverHasAnAppointmentUntilThen(Lane lane) {
    Line line =
        came(regular("siti", "08:00"), regular("ani", "09:00"), regular("budi", "11:00"))
            .walkedIn(seat("joko", "08:00", lane), at("10:30"));

    assertThat(visitor(line, "joko").beginsAt()).isEqualTo(at("10:30"));
    assertThat(visitor(line, "joko").arrivedAt()).isEqualTo(at("10:30"));
    assertThat(order(line, NOON))
        .containsExactlyElementsOf(
            lane == Lane.PRIORITY
                ? List.of("joko", "siti", "ani", "budi")
                : List.of("siti", "ani", "joko", "budi"));
  }

  @Test
  void ofTwoWhoWalkInTheFirstIsTheFirst() {
    Line line =
        came(regular("siti", "08:00"))
            .walkedIn(seat("joko", "09:00", Lane.WALK_IN), at("10:30"))
            .walkedIn(seat("wati", "08:00", Lane.WALK_IN), at("10:31"));

    assertThat(order(line, NOON)).containsExactly("siti", "joko", "wati");
  }

  @Test
  void whoWalksInBeforeTheirSessionWaitsForIt() {
    Line line =
        came(regular("siti", "08:00")).walkedIn(seat("joko", "10:00", Lane.WALK_IN), at("09:00"));

    assertThat(visitor(line, "joko").beginsAt()).isEqualTo(at("10:00"));
    assertThat(line.walkedIn(seat("joko", "10:00", Lane.WALK_IN), at("11:00"))).isEqualTo(line);
  }

  // ---- Coming ----

  @Test
  void beforeAnybodyHasComeNobodyIsCalled() {
    assertThat(NOBODY_YET.somebodyCame()).isFalse();
    assertThat(NOBODY_YET.next(NOON)).isEmpty();
    assertThat(NOBODY_YET.waiting()).isZero();
    assertThat(NOBODY_YET.version()).isZero();
    assertThat(NOBODY_YET.shown()).isEmpty();
  }

  @Test
  void whoComesHasTheNextNumberAndWaits() {
    Line line = came(regular("siti", "09:00"), regular("budi", "08:00"));
    assertThat(visitor(line, "siti"))
        .isEqualTo(
            new Visitor(
                1,
                person("siti"),
                regular("siti", "09:00").session(),
                at("09:00"),
                at("07:00"),
                null,
                Place.WAITING));
    assertThat(visitor(line, "budi").number()).isEqualTo(2);
    assertThat(line.visitor(2)).contains(visitor(line, "budi"));
    assertThat(line.visitor(3)).isEmpty();
    assertThat(line.visitor(person("dewi"))).isEmpty();
    assertThat(line.waiting()).isEqualTo(2);
    assertThat(line.somebodyCame()).isTrue();
  }

  @Test
  void whoIsInItAlreadyStaysWhereTheyAre() {
    Line line = came(regular("siti", "08:00"), regular("budi", "08:00"));
    assertThat(line.joined(regular("siti", "08:00"), at("08:30"))).isEqualTo(line);
    Line called = call(line, "siti", at("08:00"));
    assertThat(called.joined(regular("siti", "08:00"), at("08:30"))).isEqualTo(called);
  }

  @Test
  void itIsFullAtItsBound() {
    Seat[] all =
        IntStream.range(0, Line.MOST_VISITORS)
            .mapToObj(i -> regular("p" + i, "08:00"))
            .toArray(Seat[]::new);
    Line full = came(all);
    assertThat(came(Stream.of(all).skip(1).toArray(Seat[]::new)).isFull()).isFalse();
    assertThat(full.isFull()).isTrue();
    assertThat(call(full, "p7", NOON).isFull()).as("called, and not let go yet").isTrue();
    assertThat(full.without(person("p7")).isFull()).isFalse();
  }

  // ---- Whose turn it is ----

  @Test
  void anEarlierSessionIsCalledFirstAndWithinItWhoCameFirst() {
    Line line =
        came(
            regular("ani", "09:00"),
            regular("budi", "08:00"),
            regular("citra", "10:00"),
            regular("dewi", "08:00"),
            regular("eko", "09:00"));
    assertThat(order(line, at("07:30"))).containsExactly("budi", "dewi", "ani", "eko", "citra");
    assertThat(order(line, NOON)).containsExactly("budi", "dewi", "ani", "eko", "citra");
  }

  @Test
  void whoComesLateIsCalledBeforeThoseOfALaterSession() {
    Line line = callNext(came(regular("ani", "09:00"), regular("budi", "09:00")), at("09:00"));
    assertThat(order(line.joined(regular("late", "08:00"), at("09:10")), at("09:10")))
        .containsExactly("late", "budi");
  }

  @Test
  void afterEachOfTheOthersOneFromThePriorityLaneIsCalled() {
    Line line =
        came(
            regular("ani", "08:00"),
            regular("budi", "08:00"),
            regular("citra", "08:00"),
            priority("oma", "08:00"),
            priority("opa", "08:00"));
    assertThat(order(line, at("08:00"))).containsExactly("oma", "ani", "opa", "budi", "citra");
  }

  @Test
  void whereNobodyElseWaitsOneFromThePriorityLaneIsCalledAfterAnother() {
    Line line = came(priority("oma", "08:00"), priority("opa", "08:00"), priority("bibi", "08:00"));
    assertThat(order(line, at("07:00"))).containsExactly("oma", "opa", "bibi");
  }

  @Test
  void whoComesToThePriorityLaneAfterOneOfTheOthersWasCalledIsNext() {
    Line line = came(regular("ani", "08:00"), regular("budi", "08:00"));
    Line joined = callNext(line, NOON).joined(priority("oma", "08:00"), NOON);
    assertThat(order(joined, NOON)).containsExactly("oma", "budi");
  }

  @Test
  void whoComesToThePriorityLaneAfterOneOfThemWasCalledWaitsForOneOfTheOthers() {
    Line line = came(priority("oma", "08:00"), regular("ani", "08:00"), regular("budi", "08:00"));
    Line joined = callNext(line, NOON).joined(priority("opa", "08:00"), NOON);
    assertThat(order(joined, NOON)).containsExactly("ani", "opa", "budi");
  }

  /** Express is faster at the office's back, not at its counter. */
  @Test
  void theExpressLaneIsOneOfTheOthers() {
    Line line =
        came(
            seat("ani", "08:00", Lane.EXPRESS),
            regular("budi", "08:00"),
            priority("oma", "08:00"),
            seat("citra", "08:00", Lane.EXPRESS));
    assertThat(order(line, NOON)).containsExactly("oma", "ani", "budi", "citra");
  }

  @Test
  void onceItsSessionHasBegunThePriorityLaneIsCalledBetweenThoseOfAnEarlierOne() {
    Line line = came(regular("ani", "08:00"), regular("budi", "08:00"), priority("oma", "10:00"));
    assertThat(order(line, at("10:00").minusMillis(1))).containsExactly("ani", "budi", "oma");
    assertThat(order(line, at("10:00"))).containsExactly("oma", "ani", "budi");
  }

  /** What it did not take because its session has not begun is not lost to it. */
  @Test
  void aTurnThatThePriorityLaneCouldNotTakeIsStillItsOwn() {
    Line line =
        came(
            regular("ani", "08:00"),
            regular("budi", "08:00"),
            regular("citra", "08:00"),
            priority("oma", "10:00"));
    Line two = callNext(callNext(line, at("09:59")), at("09:59"));
    assertThat(order(two, at("10:00"))).containsExactly("oma", "citra");
  }

  @Test
  void amongThoseOfTheSameSessionThePriorityLaneNeedsNotWaitForItToBegin() {
    Line line = came(regular("ani", "08:00"), priority("oma", "08:00"));
    assertThat(order(line, at("07:15"))).containsExactly("oma", "ani");
  }

  @Test
  void nobodyWhoseSessionHasNotBegunIsCalledBeforeSomebodyOfAnEarlierOneInThePriorityLane() {
    Line line = came(priority("oma", "08:00"), priority("opa", "08:00"), regular("early", "10:00"));
    assertThat(order(line, at("08:30"))).containsExactly("oma", "opa", "early");
  }

  // ---- Being called ----

  @Test
  void whoIsCalledStandsAtThatDeskAndWaitsNoMore() {
    Line line = call(came(regular("siti", "08:00")), "siti", at("08:05"));
    assertThat(visitor(line, "siti").call()).isEqualTo(new Call("3", at("08:05"), 1, at("08:05")));
    assertThat(visitor(line, "siti").place()).isEqualTo(Place.CALLED);
    assertThat(line.waiting()).isZero();
    assertThat(line.next(NOON)).isEmpty();
    assertThat(line.shown()).containsExactly(new Shown(1, "3", at("08:05")));
  }

  @Test
  void calledOnceMoreTheyStandAtTheSameDeskAndNobodyLosesATurn() {
    Line line = came(regular("ani", "08:00"), regular("budi", "08:00"), priority("oma", "08:00"));
    Line called = call(call(line, "oma", at("08:00")), "ani", at("08:01"));
    Visitor oma = visitor(called, "oma");
    Line again = called.calledAgain(oma, Objects.requireNonNull(oma.call()), at("08:04"));
    assertThat(visitor(again, "oma").call()).isEqualTo(new Call("3", at("08:04"), 2, at("08:00")));
    assertThat(again.shown())
        .as("each once, the latest first")
        .containsExactly(new Shown(3, "3", at("08:04")), new Shown(1, "3", at("08:01")));
    assertThat(again.prioritysTurn()).isEqualTo(called.prioritysTurn()).isTrue();
  }

  @Test
  void whoDoesNotComeToTheDeskIsNotNextAndNotShown() {
    Line line = came(regular("ani", "08:00"), regular("budi", "08:00"));
    Line called = callNext(line, NOON);
    Line skipped = called.skipped(visitor(called, "ani"));
    assertThat(visitor(skipped, "ani").place()).isEqualTo(Place.SKIPPED);
    assertThat(visitor(skipped, "ani").call()).isEqualTo(visitor(called, "ani").call());
    assertThat(skipped.shown()).isEmpty();
    assertThat(order(skipped, NOON)).containsExactly("budi");
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLED", "SKIPPED"})
  void whoIsBackStandsWhereTheirSessionAndTheirArrivalPutThem(Place from) {
    Line line = came(regular("ani", "08:00"), regular("budi", "08:00"), regular("early", "09:00"));
    Line called = callNext(line, NOON);
    Line before = from == Place.SKIPPED ? called.skipped(visitor(called, "ani")) : called;
    Line back = before.back(visitor(before, "ani"));
    assertThat(visitor(back, "ani").place()).isEqualTo(Place.WAITING);
    assertThat(back.shown()).isEmpty();
    assertThat(order(back, NOON)).containsExactly("ani", "budi", "early");
  }

  @Test
  void howLongSomebodyWaitedEndsAsTheyAreCalledFirst() {
    Line line = NOBODY_YET.joined(regular("siti", "08:00"), at("07:10").plusMillis(400));
    assertThat(visitor(line, "siti").waited()).isEmpty();

    Line called = call(line, "siti", at("08:05"));
    Line skipped = called.skipped(visitor(called, "siti"));
    Line back = skipped.back(visitor(skipped, "siti"));
    Line elsewhere = back.called(visitor(back, "siti"), "5", at("09:30"));

    Duration untilFirst = Duration.ofMinutes(55).minusSeconds(1);
    for (Line each : List.of(called, skipped, back, elsewhere)) {
      assertThat(visitor(each, "siti").waited()).as("in whole seconds").contains(untilFirst);
    }
    assertThat(visitor(elsewhere, "siti").call())
        .as("to another desk it is the first time")
        .isEqualTo(new Call("5", at("09:30"), 1, at("08:05")));
  }

  @Test
  void theDisplayShowsTheLatestCallsOnly() {
    Line line =
        came(
            IntStream.rangeClosed(1, Line.MOST_SHOWN + 3)
                .mapToObj(i -> regular("p" + i, "08:00"))
                .toArray(Seat[]::new));
    for (int i = 1; i <= Line.MOST_SHOWN + 3; i++) {
      line = callNext(line, NOON.plusSeconds(i));
    }
    assertThat(line.shown())
        .extracting(Shown::number)
        .containsExactly(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4);
  }

  // ---- Being let go ----

  @Test
  void whoIsLetGoIsInItNoMoreAndTheirNumberIsNobodyElses() {
    Line line = call(came(regular("ani", "08:00"), regular("budi", "08:00")), "budi", NOON);
    Line left = line.without(person("budi"));
    assertThat(left.visitor(person("budi"))).isEmpty();
    assertThat(left.shown()).isEmpty();
    assertThat(left.somebodyCame()).isTrue();
    assertThat(visitor(left.joined(regular("dewi", "08:00"), NOON), "dewi").number()).isEqualTo(3);
    assertThat(visitor(left.joined(regular("budi", "08:00"), NOON), "budi").number()).isEqualTo(3);
  }

  @Test
  void aDayOnWhichEverybodyWasLetGoIsOneOnWhichSomebodyCame() {
    Line line = came(regular("ani", "08:00")).without(person("ani"));
    assertThat(line.visitors()).isEmpty();
    assertThat(line.somebodyCame()).isTrue();
  }

  @Test
  void withoutSomebodyWhoIsNotThereItIsAsItWas() {
    Line line = call(came(regular("ani", "08:00")), "ani", NOON);
    assertThat(line.without(person("budi"))).isEqualTo(line);
  }

  @Test
  void noStepTouchesTheVersionAtWhichItIsKept() {
    Line kept = came(regular("ani", "08:00")).atVersion(7);
    Line called = callNext(kept, NOON);
    assertThat(called.version()).isEqualTo(7);
    assertThat(called.skipped(visitor(called, "ani")).version()).isEqualTo(7);
    assertThat(called.back(visitor(called, "ani")).version()).isEqualTo(7);
    assertThat(called.without(person("ani")).version()).isEqualTo(7);
    assertThat(called.joined(regular("budi", "08:00"), NOON).version()).isEqualTo(7);
    assertThat(called.atVersion(8))
        .isEqualTo(
            new Line(
                CILEGON,
                DAY,
                8,
                called.lastNumber(),
                called.prioritysTurn(),
                called.visitors(),
                called.shown()));
  }

  // ---- Whatever happens on a day ----

  static Stream<Integer> days() {
    return IntStream.range(0, 200).boxed();
  }

  /**
   * A morning at random: people come, are called, do not come to the desk, are back, are let go, in
   * any order.
   */
  @ParameterizedTest
  @MethodSource("days")
  void everybodyIsCalledOnceAndOnceMoreAsOftenAsTheyAreBack(int seed) {
    Day day = new Day(new Random(seed));
    for (int step = 0; step < 120; step++) {
      day.goesOn();
    }
    day.ends();
    assertThat(day.calls).as("nobody is forgotten").containsOnlyKeys(day.toBeCalled.keySet());
    assertThat(day.calls).as("nobody is called twice for nothing").isEqualTo(day.toBeCalled);
  }

  private static final class Day {
    private static final List<String> SESSIONS = List.of("08:00", "09:00", "10:00", "11:00");

    private final Random random;
    private Line line = NOBODY_YET;
    private Instant now = at("07:00");

    /** How often each number was called as the next, and how often that is right. */
    private final Map<Integer, Integer> calls = new HashMap<>();

    private final Map<Integer, Integer> toBeCalled = new HashMap<>();

    Day(Random random) {
      this.random = random;
    }

    void goesOn() {
      now = now.plusSeconds(random.nextInt(300));
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> comes();
        case 4, 5, 6 -> callsNext();
        case 7 -> any(Place.CALLED).ifPresent(it -> becomes(line.skipped(it)));
        case 8 -> any(random.nextBoolean() ? Place.CALLED : Place.SKIPPED).ifPresent(this::isBack);
        default -> any(Place.CALLED).ifPresent(it -> becomes(line.without(it.application())));
      }
    }

    private void comes() {
      String session = SESSIONS.get(random.nextInt(SESSIONS.size()));
      Lane lane = random.nextInt(3) == 0 ? Lane.PRIORITY : Lane.REGULAR;
      becomes(line.joined(seat("p" + line.lastNumber(), session, lane), now));
      toBeCalled.merge(line.lastNumber(), 1, Integer::sum);
    }

    private void isBack(Visitor visitor) {
      becomes(line.back(visitor));
      toBeCalled.merge(visitor.number(), 1, Integer::sum);
    }

    private Optional<Visitor> callsNext() {
      Optional<Visitor> next = line.next(now);
      next.ifPresent(
          it -> {
            assertThat(rank(it)).as("first of their lane").isZero();
            calls.merge(it.number(), 1, Integer::sum);
            becomes(line.called(it, "desk " + random.nextInt(4), now));
          });
      assertThat(next.isPresent() || line.waiting() == 0).as("whoever waits is found").isTrue();
      return next;
    }

    private Optional<Visitor> any(Place place) {
      List<Visitor> there = line.visitors().stream().filter(it -> it.place() == place).toList();
      return there.isEmpty()
          ? Optional.empty()
          : Optional.of(there.get(random.nextInt(there.size())));
    }

    private void becomes(Line next) {
      line = next;
      assertThat(line.visitors()).extracting(Visitor::number).doesNotHaveDuplicates();
      assertThat(line.visitors()).extracting(Visitor::application).doesNotHaveDuplicates();
      assertThat(line.shown()).hasSizeLessThanOrEqualTo(Line.MOST_SHOWN);
      assertThat(line.shown()).extracting(Shown::number).doesNotHaveDuplicates();
      assertThat(line.shown()).extracting(Shown::at).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(line.shown())
          .as("only who stands at a desk is shown")
          .allMatch(it -> line.visitor(it.number()).orElseThrow().place() == Place.CALLED);
    }

    /** How many of the same lane come before. */
    private int rank(Visitor visitor) {
      Comparator<Visitor> bySessionAndArrival =
          Comparator.comparing(Visitor::beginsAt).thenComparingInt(Visitor::number);
      return Math.toIntExact(
          line.visitors().stream()
              .filter(Visitor::waits)
              .filter(it -> it.isPriority() == visitor.isPriority())
              .filter(it -> bySessionAndArrival.compare(it, visitor) < 0)
              .count());
    }

    /**
     * All sessions have begun, nobody comes any more: of two calls one is the lane's own, so that
     * nobody waits for more than twice those before them.
     */
    void ends() {
      now = now.isBefore(NOON) ? NOON : now;
      Map<Integer, Integer> ranks = new HashMap<>();
      line.visitors().stream()
          .filter(Visitor::waits)
          .forEach(it -> ranks.put(it.number(), rank(it)));
      int turn = 0;
      for (Optional<Visitor> next = callsNext(); next.isPresent(); next = callsNext()) {
        int rank = Objects.requireNonNull(ranks.get(next.get().number()));
        assertThat(turn).as("nobody starves").isLessThanOrEqualTo(2 * rank + 1);
        turn++;
      }
    }
  }
}

package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.counter.CallPeople.Called;
import id.antrean.counter.CheckIn.Arrival;
import id.antrean.counter.EndVisit;
import id.antrean.counter.Key;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several desks, and one line of people who have come. */
@ExtendWith(RealStore.class)
class TwoDesksTest {
  private static final int ROUNDS = 6;
  private static final int DESKS = 4;
  private static final int PEOPLE = 6;

  private final Scene scene;

  TwoDesksTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  /** People who have paid for that round's day, by which they are not called yet. */
  private List<Application> confirmed(int round) {
    SessionId session = scene.opens(round, "08:00", PEOPLE);
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> scene.payer("p" + round + "-" + i, session))
        .toList();
  }

  private void comes(List<Application> people) {
    people.forEach(who -> Scene.done(scene.functions().checkIn(who)));
  }

  private static LocalDate day(Application who) {
    return who.booking().place().orElseThrow().session().date();
  }

  private void itIsTheDayOf(Application who) {
    scene
        .functions()
        .clock()
        .reach(day(who).atTime(LocalTime.of(7, 30)).atZone(CILEGON.zone()).toInstant());
  }

  private Line line(Application who) {
    return scene.tables().lines().find(CILEGON.id(), day(who));
  }

  private static List<Callable<Outcome<Called>>> calls(Functions functions) {
    return IntStream.range(0, DESKS)
        .<Callable<Outcome<Called>>>mapToObj(desk -> () -> functions.call("desk " + desk, null))
        .toList();
  }

  private static List<Called> done(List<Outcome<Called>> answers) {
    List<Called> called = new ArrayList<>();
    for (Outcome<Called> answer : answers) {
      if (answer instanceof Outcome.Done<Called>(Called who)) {
        called.add(who);
      }
    }
    return called;
  }

  private static String desk(Visitor visitor) {
    return Objects.requireNonNull(visitor.call()).desk();
  }

  private static int number(Called called) {
    return called.visitor().number();
  }

  @Test
  void whateverIsPressedAtOnceNobodyIsCalledToTwoDesks() {
    List<List<Application>> days = IntStream.range(0, ROUNDS).mapToObj(this::confirmed).toList();
    for (List<Application> people : days) {
      itIsTheDayOf(people.getFirst());
      comes(people);

      List<Called> first = done(AtOnce.all(calls(scene.functions())));
      List<Outcome<Called>> rest = AtOnce.all(calls(scene.functions()));

      assertThat(first)
          .extracting(TwoDesksTest::number)
          .as("the first who came")
          .containsExactlyInAnyOrder(1, 2, 3, 4);
      assertThat(done(rest)).extracting(TwoDesksTest::number).containsExactlyInAnyOrder(5, 6);
      assertThat(rest)
          .filteredOn(Outcome.refused(new Refusal.NobodyWaits())::equals)
          .hasSize(DESKS - 2);
      Line line = line(people.getFirst());
      List<Called> all = new ArrayList<>(first);
      all.addAll(done(rest));
      assertThat(all)
          .allSatisfy(
              called ->
                  assertThat(line.visitor(number(called)).map(TwoDesksTest::desk))
                      .as("the desk of %d", number(called))
                      .contains(desk(called.visitor())));
    }
  }

  @Test
  void whoeverComesAtTheSameMomentHasANumberOfTheirOwn() {
    List<Application> people = confirmed(0);
    itIsTheDayOf(people.getFirst());

    List<Outcome<Arrival>> answers =
        AtOnce.all(
            people.stream()
                .<Callable<Outcome<Arrival>>>map(who -> () -> scene.functions().checkIn(who))
                .toList());

    assertThat(answers)
        .extracting(answer -> Scene.done(answer).number())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(line(people.getFirst()).visitors())
        .extracting(Visitor::application)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(Application::id).toList());
  }

  @Test
  void oneWhoIsLetInTwiceAtOnceIsInTheLineOnce() {
    Application siti = confirmed(0).getFirst();
    itIsTheDayOf(siti);
    Callable<Outcome<Arrival>> checkIn = () -> scene.functions().checkIn(siti);

    List<Outcome<Arrival>> answers = AtOnce.all(List.of(checkIn, checkIn, checkIn));

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isIn(
                        Outcome.done(new Arrival(scene.see(siti), 1)),
                        Outcome.refused(new Refusal.AlreadyCheckedIn(1))));
    assertThat(line(siti).visitors()).hasSize(1);
    assertThat(line(siti).lastNumber()).isEqualTo(1);
  }

  @Test
  void oneButtonThatIsPressedAgainAndAgainCallsOnePerson() {
    List<Application> people = confirmed(0);
    itIsTheDayOf(people.getFirst());
    comes(people);
    Key key = new Key("key", "digest");
    Callable<Outcome<Called>> press = () -> scene.functions().call("desk", key);

    List<Outcome<Called>> answers = AtOnce.all(List.of(press, press, press, press));

    assertThat(answers).extracting(answer -> number(Scene.done(answer))).containsOnly(1);
    assertThat(line(people.getFirst()).waiting()).isEqualTo(PEOPLE - 1);
  }

  @Test
  void whoeverIsLetGoWhileOthersAreCalledIsCalledNoMore() {
    List<Application> people = confirmed(0);
    itIsTheDayOf(people.getFirst());
    comes(people);
    List<Callable<Outcome<?>>> deeds = new ArrayList<>();
    calls(scene.functions()).forEach(call -> deeds.add(call::call));
    people.forEach(who -> deeds.add(() -> scene.functions().end(who, new EndVisit.Completed())));

    AtOnce.all(deeds);

    assertThat(line(people.getFirst()).visitors()).isEmpty();
    assertThat(line(people.getFirst()).shown()).isEmpty();
    assertThat(scene.functions().call("desk", null))
        .isEqualTo(Outcome.refused(new Refusal.NobodyWaits()));
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void aCallBetweenTheLookAndTheWriteOfAnotherHasTheFirst() {
    List<Application> people = confirmed(0);
    itIsTheDayOf(people.getFirst());
    comes(people);
    Functions interrupted = scene.functions().keepingLinesBy(new Meanwhile(scene, true));

    Called called = Scene.done(interrupted.call("mine", null));

    assertThat(number(called)).isEqualTo(2);
    assertThat(line(people.getFirst()).visitor(1).map(TwoDesksTest::desk)).contains("theirs");
    assertThat(line(people.getFirst()).visitor(2).map(TwoDesksTest::desk)).contains("mine");
  }

  @Test
  void withoutTheConditionOnTheVersionOneIsCalledToTwoDesks() {
    List<Application> people = confirmed(0);
    itIsTheDayOf(people.getFirst());
    comes(people);
    Meanwhile meanwhile = new Meanwhile(scene, false);
    Functions unguarded = scene.functions().keepingLinesBy(meanwhile);

    Called called = Scene.done(unguarded.call("mine", null));

    assertThat(meanwhile.called()).map(TwoDesksTest::number).contains(1);
    assertThat(number(called)).as("called to another desk as well").isEqualTo(1);
    assertThat(line(people.getFirst()).visitor(1).map(TwoDesksTest::desk)).contains("mine");
    assertThat(line(people.getFirst()).shown()).as("all that the hall sees of it").hasSize(1);
  }

  /** Before the first write another desk calls; the write asks for the version or not. */
  private static final class Meanwhile implements KeepLine {
    private final Scene scene;
    private final boolean guarded;
    private @Nullable Called called;

    Meanwhile(Scene scene, boolean guarded) {
      this.scene = scene;
      this.guarded = guarded;
    }

    Optional<Called> called() {
      return Optional.ofNullable(called);
    }

    @Override
    public Line find(OfficeId office, LocalDate date) {
      return scene.tables().lines().find(office, date);
    }

    @Override
    public boolean keep(Line before, Line after, @Nullable Asked request, Instant now) {
      if (called == null) {
        called = Scene.done(scene.functions().call("theirs", null));
      }
      Line standing = guarded ? before : find(before.office(), before.date());
      return scene.tables().lines().keep(standing, after, request, now);
    }

    @Override
    public Optional<Asked> asked(OfficeId office, LocalDate date, String key, Instant now) {
      return scene.tables().lines().asked(office, date, key, now);
    }
  }
}

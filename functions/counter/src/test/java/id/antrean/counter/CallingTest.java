package id.antrean.counter;

import static id.antrean.counter.Counter.CILEGON;
import static id.antrean.counter.Counter.DAY;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.EIGHT_PRIORITY;
import static id.antrean.counter.Counter.JAYAPURA;
import static id.antrean.counter.Counter.NINE;
import static id.antrean.counter.Counter.OFFICER;
import static id.antrean.counter.Counter.SUPERVISOR;
import static id.antrean.counter.Counter.at;
import static id.antrean.counter.Counter.done;
import static id.antrean.counter.Counter.on;
import static id.antrean.counter.Counter.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.counter.CallPeople.Called;
import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Line.Shown;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Calls;
import id.antrean.memory.Faults;
import id.antrean.memory.World;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingTest {
  private static final Key KEY = new Key("key", "to desk 3");
  private static final Actor.Staff OFFICER_THERE =
      new Actor.Staff("officer", "agus", JAYAPURA.id());
  private static final Outcome<Called> NOBODY_WAITS = no(new Refusal.NobodyWaits());
  private static final Outcome<Called> NOT_CALLED = no(new Refusal.NotCalled());
  private static final Outcome<Called> NOT_FOUND = no(new Refusal.NotFound());

  private final Counter counter = new Counter();
  private final CallPeople desks = counter.desks;

  private Outcome<Called> next(String desk) {
    return desks.next(CILEGON, desk, null);
  }

  private static Outcome<Called> no(Refusal why) {
    return Outcome.refused(why);
  }

  private static Application who(Outcome<Called> called) {
    return done(called).application();
  }

  private static Call call(Visitor visitor) {
    Call call = visitor.call();
    assertThat(call).isNotNull();
    return call;
  }

  // ---- The next ----

  @Test
  void theNextIsCalledToTheDeskThatIsFree() {
    Application siti = counter.comes("siti", EIGHT);
    counter.is("08:03");
    Called called = done(next("3"));
    assertThat(called.application()).isEqualTo(siti);
    assertThat(called.visitor()).isEqualTo(counter.visitor(siti));
    assertThat(called.visitor().place()).isEqualTo(Place.CALLED);
    assertThat(called.visitor().call()).isEqualTo(new Call("3", at("08:03"), 1, at("08:03")));
    assertThat(counter.line().shown()).containsExactly(new Shown(1, "3", at("08:03")));
    assertThat(counter.world.see(siti.id())).as("where she stands is the line's").isEqualTo(siti);
  }

  @Test
  void whereNobodyWaitsNobodyIsCalled() {
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    counter.comes("siti", EIGHT);
    done(next("3"));
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
  }

  @Test
  void onePersonFromThePriorityLaneIsCalledBetweenTheOthers() {
    Application ani = counter.comes("ani", EIGHT);
    Application budi = counter.comes("budi", EIGHT);
    Application oma = counter.comes("oma", EIGHT_PRIORITY);
    Application opa = counter.comes("opa", EIGHT_PRIORITY);
    assertThat(List.of(who(next("1")), who(next("2")), who(next("3")), who(next("4"))))
        .containsExactly(oma, ani, opa, budi);
  }

  @Test
  void eachOfficeAndEachDayHasALineOfItsOwn() {
    counter.comes("siti", EIGHT);
    assertThat(desks.next(JAYAPURA, "3", null)).isEqualTo(NOBODY_WAITS);
    assertThat(desks.skip(JAYAPURA, 1)).isEqualTo(NOT_FOUND);

    SessionId tomorrow = new SessionId(CILEGON.id(), DAY.plusDays(1), EIGHT.start(), Lane.REGULAR);
    Application ani = counter.confirmed("ani", tomorrow);
    counter.world.time.reach(on("2026-12-08T08:00"));
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(done(counter.scan(ani)).number()).as("numbers begin anew").isEqualTo(1);
    assertThat(who(next("3")).id()).isEqualTo(ani.id());
  }

  /** At half past ten in the evening it is half past midnight in Jayapura. */
  @Test
  void whichDaysLineItIsTheClockOfTheOfficeTells() {
    SessionId early = new SessionId(JAYAPURA.id(), DAY, LocalTime.of(1, 0), Lane.REGULAR);
    Counter night = new Counter(on("2026-12-06T22:30"));
    Application yos = night.confirmed("yos", JAYAPURA, early);
    done(night.door.checkIn(JAYAPURA, new Presented.Listed(yos.id()), OFFICER_THERE, null));
    assertThat(who(night.desks.next(JAYAPURA, "1", null)).id()).isEqualTo(yos.id());
  }

  // ---- Two desks ----

  @Test
  void twoDesksThatCallAtOnceCallTwoPeople() {
    Application siti = counter.comes("siti", EIGHT);
    Application ani = counter.comes("ani", EIGHT);
    List<Called> other = new ArrayList<>();
    counter.faults.before("keep line", () -> other.add(done(next("5"))));
    Called slower = done(next("3"));

    assertThat(other.getFirst().application()).isEqualTo(siti);
    assertThat(slower.application()).isEqualTo(ani);
    assertThat(call(counter.visitor(siti)).desk()).isEqualTo("5");
    assertThat(call(counter.visitor(ani)).desk()).isEqualTo("3");
  }

  @Test
  void ofTwoDesksThatCallTheLastOneAtOnceOneHearsThatNobodyWaits() {
    Application siti = counter.comes("siti", EIGHT);
    List<Called> other = new ArrayList<>();
    counter.faults.before("keep line", () -> other.add(done(next("5"))));
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(other.getFirst().application()).isEqualTo(siti);
    assertThat(call(counter.visitor(siti))).isEqualTo(new Call("5", at("07:00"), 1, at("07:00")));
  }

  @Test
  void whoComesWhileSomebodyIsCalledIsNotLost() {
    Application siti = counter.comes("siti", EIGHT);
    counter.faults.before("keep line", () -> counter.comes("ani", EIGHT));
    assertThat(who(next("3"))).isEqualTo(siti);
    assertThat(counter.line().waiting()).isEqualTo(1);
  }

  @Test
  void whereEveryLookAtTheLineIsOldByTheTimeItIsKeptTheDeskAsksAgain() {
    Restless restless = new Restless();
    World world = new World(at("08:00"), restless).has(CILEGON);
    Application siti = counter.comes("siti", EIGHT);
    world.has(counter.world.see(siti.id()));
    Line nobody = world.counter.find(CILEGON.id(), DAY);
    assertThat(world.counter.keep(nobody, counter.line(), null, at("08:00"))).isTrue();
    CallPeople slow = new CallPeople(world.counter, world.applications, world.time);

    restless.moves = world;
    assertThatThrownBy(() -> slow.next(CILEGON, "3", null)).isInstanceOf(Unavailable.class);
    assertThat(slow.back(CILEGON, 1)).as("nothing to keep").isInstanceOf(Outcome.Done.class);
  }

  /** Somebody is always faster: each time the line is to be kept, it was kept just before. */
  private static final class Restless implements Calls {
    private @Nullable World moves;

    @Override
    public <T> T make(String port, Supplier<T> work) {
      World world = moves;
      if (world != null && port.equals("keep line")) {
        moves = null;
        Line line = world.counter.find(CILEGON.id(), DAY);
        world.counter.keep(line, line, null, world.time.instant());
        moves = world;
      }
      return work.get();
    }
  }

  // ---- Asking again ----

  @Test
  void aRepeatUnderTheSameKeyCallsNobodyElse() {
    Application siti = counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    Outcome<Called> first = desks.next(CILEGON, "3", KEY);
    Line line = counter.line();
    assertThat(desks.next(CILEGON, "3", KEY)).isEqualTo(first);
    assertThat(who(first)).isEqualTo(siti);
    assertThat(counter.line()).isEqualTo(line);
  }

  @Test
  void aCallWhoseAnswerGotLostIsFoundUnderItsKey() {
    Application siti = counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    counter.faults.answerLost("keep line");
    assertThatThrownBy(() -> desks.next(CILEGON, "3", KEY)).isInstanceOf(Unavailable.class);
    assertThat(who(desks.next(CILEGON, "3", KEY))).isEqualTo(siti);
    assertThat(counter.line().waiting()).as("ani").isEqualTo(1);
  }

  @Test
  void theSameRequestTwiceAtOnceCallsOnePerson() {
    Application siti = counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    List<Outcome<Called>> other = new ArrayList<>();
    counter.faults.before("keep line", () -> other.add(desks.next(CILEGON, "3", KEY)));
    assertThat(desks.next(CILEGON, "3", KEY)).isEqualTo(other.getFirst());
    assertThat(who(other.getFirst())).isEqualTo(siti);
    assertThat(counter.line().waiting()).isEqualTo(1);
  }

  @Test
  void anotherKeyCallsTheNext() {
    Application siti = counter.comes("siti", EIGHT);
    Application ani = counter.comes("ani", EIGHT);
    assertThat(who(desks.next(CILEGON, "3", KEY))).isEqualTo(siti);
    assertThat(who(desks.next(CILEGON, "3", new Key("another", KEY.digest())))).isEqualTo(ani);
  }

  @Test
  void aKeyIsForOneDesk() {
    counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    done(desks.next(CILEGON, "3", KEY));
    assertThat(desks.next(CILEGON, "5", new Key(KEY.key(), "to desk 5")))
        .isEqualTo(no(new Refusal.KeyReused()));
    assertThat(counter.line().waiting()).isEqualTo(1);
  }

  @Test
  void aRepeatAfterItsPersonWasLetGoCallsNobody() {
    Application siti = counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    done(desks.next(CILEGON, "3", KEY));
    done(counter.ends.end(siti.id(), new EndVisit.Completed(), OFFICER, null));
    assertThat(desks.next(CILEGON, "3", KEY)).isEqualTo(NOT_CALLED);
    assertThat(counter.line().waiting()).isEqualTo(1);
  }

  @Test
  void whereNobodyWaitedTheSameKeyCallsWhoHasComeSince() {
    assertThat(desks.next(CILEGON, "3", KEY)).isEqualTo(NOBODY_WAITS);
    Application siti = counter.comes("siti", EIGHT);
    assertThat(who(desks.next(CILEGON, "3", KEY))).isEqualTo(siti);
  }

  // ---- Who is not here any more ----

  @Test
  void whoseBookingWasOpenedAgainIsPassedOverAndLeavesTheLine() {
    Application siti = counter.comes("siti", EIGHT);
    Application ani = counter.comes("ani", EIGHT);
    done(counter.world.reopenBooking().reopen(siti.id(), "was sent home", SUPERVISOR, null));
    assertThat(who(next("3"))).isEqualTo(ani);
    assertThat(counter.line().visitor(siti.id())).isEmpty();
    assertThat(counter.line().shown()).extracting(Shown::number).containsExactly(2);
  }

  /** At the desk where they were called: whatever is pressed there, they are gone. */
  @ParameterizedTest
  @ValueSource(strings = {"again", "skip", "back"})
  void whoseBookingWasOpenedAgainAtTheDeskLeavesTheLineWhateverIsPressed(String step) {
    Application siti = counter.comes("siti", EIGHT);
    done(desks.next(CILEGON, "3", KEY));
    done(counter.world.reopenBooking().reopen(siti.id(), "was sent home", SUPERVISOR, null));
    assertThat(desks.next(CILEGON, "3", KEY)).isEqualTo(NOT_CALLED);

    assertThat(
            switch (step) {
              case "again" -> desks.again(CILEGON, 1);
              case "skip" -> desks.skip(CILEGON, 1);
              default -> desks.back(CILEGON, 1);
            })
        .isEqualTo(NOT_FOUND);

    assertThat(counter.line().visitors()).isEmpty();
    assertThat(counter.line().shown()).isEmpty();
  }

  @Test
  void whoWasServedAndLeftInTheLineByACrashIsPassedOver() {
    Application siti = counter.comes("siti", EIGHT);
    counter.faults.crashBefore("keep line");
    assertThatThrownBy(() -> counter.ends.end(siti.id(), new EndVisit.Completed(), OFFICER, null))
        .isInstanceOf(Faults.Crash.class);
    assertThat(counter.line().visitor(siti.id())).isPresent();
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(counter.line().visitors()).isEmpty();
  }

  /** She has another seat by now, and has not come for it. */
  @Test
  void whoHasASeatInAnotherSessionByNowIsPassedOver() {
    Application siti = counter.comes("siti", EIGHT);
    counter.choosesAgain(siti, NINE);
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(counter.line().visitors()).isEmpty();
  }

  /** And has come for it, when the store was down before she had joined the line. */
  @Test
  void norIsWhoHasComeForThatOneCalledForTheFormer() {
    Application siti = counter.comes("siti", EIGHT);
    Application again = counter.choosesAgain(siti, NINE);
    counter.is("08:30");
    counter.faults.before("line", () -> {}).crashBefore("line");
    assertThatThrownBy(() -> counter.scan(again)).isInstanceOf(Faults.Crash.class);
    assertThat(counter.world.see(siti.id()).status()).isEqualTo(Status.CHECKED_IN);
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(counter.line().visitors()).isEmpty();
    assertThat(done(counter.scan(again)).number()).isEqualTo(2);
    assertThat(who(next("3")).id()).isEqualTo(siti.id());
  }

  @Test
  void manyWhoAreGoneArePassedOverAtOnce() {
    for (int i = 0; i < 20; i++) {
      Application gone = counter.comes("p" + i, EIGHT);
      done(counter.world.reopenBooking().reopen(gone.id(), "sent home", SUPERVISOR, null));
    }
    Application siti = counter.comes("siti", EIGHT);
    assertThat(who(next("3"))).isEqualTo(siti);
    assertThat(counter.line().visitors()).hasSize(1);
  }

  /** An office that closes in the morning opens everybody's booking again, with a full hall. */
  @Test
  void soAreMoreThanAnybodyWouldTryFor() {
    for (int i = 0; i < 60; i++) {
      Application gone = counter.comes("p" + i, EIGHT);
      done(counter.world.reopenBooking().reopen(gone.id(), "sent home", SUPERVISOR, null));
    }
    Application siti = counter.comes("siti", EIGHT);
    assertThat(who(next("3"))).isEqualTo(siti);
  }

  // ---- Again, skip and back ----

  @Test
  void whoDoesNotHearIsCalledToTheSameDeskAgain() {
    Application siti = counter.comes("siti", EIGHT);
    done(next("3"));
    counter.is("07:05");
    Called again = done(desks.again(CILEGON, 1));
    assertThat(again.application()).isEqualTo(siti);
    assertThat(again.visitor().call()).isEqualTo(new Call("3", at("07:05"), 2, at("07:00")));
    assertThat(counter.visitor(siti)).isEqualTo(again.visitor());
    assertThat(counter.line().shown()).containsExactly(new Shown(1, "3", at("07:05")));
  }

  @Test
  void whoDoesNotComeIsSkippedAndOnceMoreIsNoOtherStep() {
    Application siti = counter.comes("siti", EIGHT);
    done(next("3"));
    Outcome<Called> skipped = desks.skip(CILEGON, 1);
    Line line = counter.line();
    assertThat(done(skipped).visitor().place()).isEqualTo(Place.SKIPPED);
    assertThat(desks.skip(CILEGON, 1)).isEqualTo(skipped);
    assertThat(counter.line()).isEqualTo(line);
    assertThat(next("3")).isEqualTo(NOBODY_WAITS);
    assertThat(line.visitor(siti.id())).isPresent();
  }

  @Test
  void whoComesBackIsInTheLineAgainAndOnceMoreIsNoOtherStep() {
    Application siti = counter.comes("siti", EIGHT);
    counter.comes("ani", EIGHT);
    done(next("3"));
    done(desks.skip(CILEGON, 1));
    Outcome<Called> back = desks.back(CILEGON, 1);
    Line line = counter.line();
    assertThat(done(back).visitor().place()).isEqualTo(Place.WAITING);
    assertThat(desks.back(CILEGON, 1)).isEqualTo(back);
    assertThat(counter.line()).isEqualTo(line);
    assertThat(who(next("5"))).as("before ani, who came later").isEqualTo(siti);
  }

  @Test
  void whoIsAtADeskMayBePutBackAtOnce() {
    counter.comes("siti", EIGHT);
    done(next("3"));
    assertThat(done(desks.back(CILEGON, 1)).visitor().place()).isEqualTo(Place.WAITING);
    assertThat(counter.line().shown()).isEmpty();
  }

  @Test
  void whoStandsInTheLineIsNeitherCalledAgainNorSkipped() {
    counter.comes("siti", EIGHT);
    assertThat(desks.again(CILEGON, 1)).isEqualTo(NOT_CALLED);
    assertThat(desks.skip(CILEGON, 1)).isEqualTo(NOT_CALLED);
    done(next("3"));
    done(desks.back(CILEGON, 1));
    assertThat(desks.again(CILEGON, 1)).as("called before").isEqualTo(NOT_CALLED);
    assertThat(desks.skip(CILEGON, 1)).isEqualTo(NOT_CALLED);
  }

  @Test
  void whoDidNotComeToTheDeskIsNotCalledThereAgain() {
    counter.comes("siti", EIGHT);
    done(next("3"));
    done(desks.skip(CILEGON, 1));
    assertThat(desks.again(CILEGON, 1)).isEqualTo(NOT_CALLED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 999_999})
  void aNumberThatNobodyHasIsUnknown(int number) {
    counter.comes("siti", EIGHT);
    assertThat(desks.again(CILEGON, number)).isEqualTo(NOT_FOUND);
    assertThat(desks.skip(CILEGON, number)).isEqualTo(NOT_FOUND);
    assertThat(desks.back(CILEGON, number)).isEqualTo(NOT_FOUND);
  }

  @Test
  void aStepOfAnotherDeskMeanwhileIsKept() {
    Application siti = counter.comes("siti", EIGHT);
    Application ani = counter.comes("ani", EIGHT);
    done(next("3"));
    counter.faults.before("keep line", () -> done(next("5")));
    done(desks.again(CILEGON, 1));
    assertThat(call(counter.visitor(siti)).times()).isEqualTo(2);
    assertThat(call(counter.visitor(ani)).desk()).isEqualTo("5");
  }

  /** The line that was read last decides. */
  @Test
  void whoWasPutBackMeanwhileIsNotSkipped() {
    Application siti = counter.comes("siti", EIGHT);
    done(next("3"));
    counter.faults.before("keep line", () -> done(desks.back(CILEGON, 1)));
    assertThat(desks.skip(CILEGON, 1)).isEqualTo(NOT_CALLED);
    assertThat(counter.visitor(siti).place()).isEqualTo(Place.WAITING);
  }

  @Test
  void whoWasLetGoMeanwhileIsNotCalledAgain() {
    Application siti = counter.comes("siti", EIGHT);
    done(next("3"));
    counter.faults.before(
        "keep line",
        () -> done(counter.ends.end(siti.id(), new EndVisit.Completed(), OFFICER, null)));
    assertThat(desks.again(CILEGON, 1)).isEqualTo(NOT_FOUND);
    assertThat(seat(counter.world.see(siti.id()))).isEqualTo(seat(siti));
  }
}

package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.domain.seat.TellTurnedAway.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a rush on one session costs the stores, and what nobody loses by it. */
class RushTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);

  private final List<String> calls = new ArrayList<>();

  /** What happens while somebody looks at the session again. */
  private Runnable whileLooking = () -> {};

  private final World world = new World(NOW, new Counted()).has(CILEGON).has(session(EIGHT, 1));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldTerms terms =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 100, 3, 20, 30);
  private final HoldSeat hold = process();
  private final Application winner = ready("winner");

  private final class Counted implements Calls {
    @Override
    public <T> T make(String port, Supplier<T> work) {
      calls.add(port);
      if (port.equals("session")) {
        Runnable meanwhile = whileLooking;
        whileLooking = () -> {};
        meanwhile.run();
      }
      return work.get();
    }
  }

  /** Seats are held by several processes; each sees for itself. */
  private HoldSeat process() {
    return world.holdSeat(
        () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())), terms);
  }

  private Outcome<Application> hold(HoldSeat process, String name) {
    Application application = ready(name);
    if (world.applications.all().stream().noneMatch(it -> it.id().equals(application.id()))) {
      world.has(application);
    }
    calls.clear();
    return process.hold(application.id(), EIGHT, account(name), null);
  }

  private void fullWithACrowd() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    for (int i = 0; i < SoldOutFromMemory.CROWD; i++) {
      assertThat(why(hold(hold, "early" + i))).isInstanceOf(Refusal.SoldOut.class);
    }
  }

  private static Refusal why(Outcome<Application> outcome) {
    return ((Outcome.Refused<Application>) outcome).why();
  }

  @Test
  void aWinnerWritesOnceToTheHotItemAndCallsTheStoreFiveTimesAtTheMost() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    assertThat(calls).containsExactly("find", "guards", "arm", "claim", "save");
  }

  @Test
  void oneOfACrowdCostsOneReadOfTheirOwnApplicationAndNoWrite() {
    fullWithACrowd();
    assertThat(why(hold(hold, "late")))
        .isEqualTo(new Refusal.SoldOut(NOW.plus(Duration.ofHours(2)).atZone(CILEGON.zone())));
    assertThat(calls).containsExactly("find");
  }

  @Test
  void whoIsTurnedAwayIsToldWithWhereThatWasSeen() {
    fullWithACrowd();
    assertThat(world.turnedAway).hasSize(SoldOutFromMemory.CROWD).containsOnly(Seen.AT_THE_STORE);
    world.turnedAway.clear();

    hold(hold, "late");
    world.pass(Duration.ofMillis(700));
    hold(hold, "looks");
    hold(hold, "later");
    hold(hold, "winner");

    assertThat(world.turnedAway).containsExactly(Seen.IN_MEMORY, Seen.AT_THE_STORE, Seen.IN_MEMORY);
  }

  @Test
  void aStrangerHearsInACrowdWhatTheyHearElsewhere() {
    fullWithACrowd();
    world.has(ready("late"));
    calls.clear();
    assertThat(why(hold.hold(ready("late").id(), EIGHT, account("stranger"), null)))
        .isEqualTo(new Refusal.NotFound());
    assertThat(why(hold.hold(winner.id(), EIGHT, account("stranger"), null)))
        .isEqualTo(new Refusal.NotFound());
    assertThat(why(hold.hold(winner.id(), EIGHT, account("stranger"), new IfVersion(Set.of(99)))))
        .isEqualTo(new Refusal.NotFound());
    assertThat(why(hold.hold(ready("nobody").id(), EIGHT, account("stranger"), null)))
        .isEqualTo(new Refusal.NotFound());
    assertThat(calls).containsOnly("find");
  }

  @Test
  void inACrowdWhoCouldNotTakeAnySeatHearsThat() {
    fullWithACrowd();
    world.has(Samples.draft("draft"));
    assertThat(why(hold.hold(Samples.draft("draft").id(), EIGHT, account("draft"), null)))
        .isInstanceOf(Refusal.NotReady.class);
  }

  @Test
  void fewerThanACrowdAreAnsweredByTheStore() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    assertThat(why(hold(hold, "early"))).isInstanceOf(Refusal.SoldOut.class);
    world.has(session(EIGHT, 2));
    assertThat(hold(hold, "early")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void thoseWhoComeTogetherAreNotEachWorthAQueryOfWhoHasPaid() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    hold(hold, "early");
    assertThat(calls).containsExactly("find", "guards", "arm", "claim", "day");
    for (int i = 2; i < SoldOutFromMemory.CROWD; i++) {
      hold(hold, "early" + i);
      assertThat(calls).containsExactly("find", "session", "day");
    }
    assertThat(why(hold(hold, "fifth")))
        .isEqualTo(new Refusal.SoldOut(NOW.plus(Duration.ofHours(2)).atZone(CILEGON.zone())));
    assertThat(calls).containsExactly("find", "session");
  }

  @Test
  void whoHasTheSeatIsNeverTurnedAway() {
    fullWithACrowd();
    Outcome<Application> again = hold(hold, "winner");
    assertThat(again).isEqualTo(Outcome.done(world.see(winner.id())));
  }

  @Test
  void afterASecondOneReadTellsEverybody() {
    fullWithACrowd();
    world.pass(Duration.ofSeconds(1));
    assertThat(why(hold(hold, "late"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).containsExactly("find", "session", "day");
    assertThat(why(hold(hold, "later"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).containsExactly("find");
  }

  @Test
  void aSeatThatCameFreeElsewhereIsOfferedWithinASecond() {
    fullWithACrowd();
    assertThat(world.leaveSeat().giveBack(winner.id(), account("winner"), null))
        .isInstanceOf(Outcome.Done.class);
    assertThat(why(hold(hold, "late"))).isInstanceOf(Refusal.SoldOut.class);
    world.pass(Duration.ofSeconds(1));
    assertThat(hold(hold, "late")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aSeatThatCameFreeHereIsOfferedAtOnce() {
    SessionId nine = sessionId("09:00", Lane.REGULAR);
    world.has(session(nine, 1));
    fullWithACrowd();
    assertThat(hold.hold(winner.id(), nine, account("winner"), null))
        .isInstanceOf(Outcome.Done.class);
    assertThat(hold(hold, "late")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whatOneProcessHasSeenAnotherDoesNotKnow() {
    fullWithACrowd();
    assertThat(why(hold(process(), "late"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).contains("claim");
  }

  @Test
  void aCrowdBeforeTheDoorIsLetInAtTheOpeningSecond() {
    Session closedYet = session(EIGHT, 1);
    world.has(
        new Session(
            EIGHT,
            closedYet.zone(),
            closedYet.length(),
            1,
            Session.State.OPEN,
            NOW.plusMillis(500),
            closedYet.seats(),
            null));
    for (int i = 0; i < SoldOutFromMemory.CROWD; i++) {
      assertThat(why(hold(hold, "early" + i))).isInstanceOf(Refusal.NotOpenYet.class);
    }
    assertThat(why(hold(hold, "impatient")))
        .isEqualTo(new Refusal.NotOpenYet(NOW.plusMillis(500).atZone(CILEGON.zone())));
    assertThat(calls).containsExactly("find");
    world.pass(Duration.ofMillis(500));
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whenTimeIsMovedNothingSeenBeforeCounts() {
    fullWithACrowd();
    world.pass(Duration.ofHours(1));
    assertThat(why(hold(hold, "late"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).as("asked the store").contains("claim");
  }

  @Test
  void outsideARushWhoHasPaidIsAskedEachTime() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    for (String name : List.of("first", "second")) {
      assertThat(why(hold(hold, name))).isInstanceOf(Refusal.SoldOut.class);
      assertThat(calls).contains("day");
    }
  }

  @Test
  void aPictureIsRenewedBeforeItIsASecondOld() {
    fullWithACrowd();
    world.pass(Duration.ofMillis(700));
    assertThat(why(hold(hold, "looks"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).containsExactly("find", "session", "day");
    world.pass(Duration.ofMillis(500));
    assertThat(why(hold(hold, "stands"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).containsExactly("find");
  }

  @Test
  void whileOneLooksAgainTheOthersGoByWhatWasSeen() {
    fullWithACrowd();
    world.pass(Duration.ofMillis(700));
    List<String> another = new ArrayList<>();
    whileLooking =
        () -> {
          List<String> before = List.copyOf(calls);
          assertThat(why(hold(hold, "stands"))).isInstanceOf(Refusal.SoldOut.class);
          another.addAll(calls);
          calls.clear();
          calls.addAll(before);
        };
    assertThat(why(hold(hold, "looks"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).containsExactly("find", "session", "day");
    assertThat(another).containsExactly("find");
  }

  @Test
  void nobodyGoesByWhatWasSeenASecondAgoThoughSomebodyLooks() {
    fullWithACrowd();
    world.pass(Duration.ofSeconds(1));
    List<String> another = new ArrayList<>();
    whileLooking =
        () -> {
          assertThat(why(hold(hold, "too"))).isInstanceOf(Refusal.SoldOut.class);
          another.addAll(calls);
          calls.clear();
        };
    assertThat(why(hold(hold, "looks"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(another).containsExactly("find", "session", "day");
    assertThat(calls).as("the other has asked just now who has paid").isEmpty();
  }

  private void isRefusedEvery(Duration pause, int times) {
    for (int i = 0; i < times; i++) {
      world.pass(pause);
      assertThat(why(hold(hold, "early" + i))).isInstanceOf(Refusal.SoldOut.class);
      assertThat(calls).as("asked the store").containsAnyOf("claim", "session");
    }
  }

  @Test
  void whoTriesInVainAllDayLeavesOneMessageAMinuteAtTheMost() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    world.deadlines.queue.lose();
    for (int tries = 0; tries < 1_000; tries++) {
      world.pass(Duration.ofSeconds(2));
      assertThat(why(hold(hold, "patient"))).isInstanceOf(Refusal.SoldOut.class);
    }
    assertThat(world.deadlines.queue.waiting()).hasSize(1);
    world.pass(Duration.ofMinutes(1).plusNanos(1));
    assertThat(why(hold(hold, "patient"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(world.deadlines.queue.waiting()).hasSize(2);
  }

  @Test
  void whoComesAfterARefusalAndFindsASeatTakesIt() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    assertThat(why(hold(hold, "early"))).isInstanceOf(Refusal.SoldOut.class);
    world.has(session(EIGHT, 2).seating(world.see(EIGHT).seats(), NOW));
    assertThat(hold(hold, "late")).isInstanceOf(Outcome.Done.class);
    assertThat(calls).containsExactly("find", "session", "guards", "arm", "claim", "save");
    assertThat(why(hold(hold, "later"))).isInstanceOf(Refusal.SoldOut.class);
    assertThat(calls).as("nobody was refused since").contains("claim");
  }

  @Test
  void thoseWhoComeASecondApartAreACrowdInTheEnd() {
    for (Duration pause : List.of(Duration.ofMillis(700), Duration.ofSeconds(1))) {
      RushTest rush = new RushTest();
      assertThat(rush.hold(rush.hold, "winner")).isInstanceOf(Outcome.Done.class);
      rush.isRefusedEvery(pause, SoldOutFromMemory.CROWD);
      assertThat(why(rush.hold(rush.hold, "late"))).isInstanceOf(Refusal.SoldOut.class);
      assertThat(rush.calls).as("%s", pause).containsExactly("find");
    }
  }

  @Test
  void thoseWhoComeFurtherApartAreNone() {
    assertThat(hold(hold, "winner")).isInstanceOf(Outcome.Done.class);
    isRefusedEvery(Duration.ofSeconds(1).plusNanos(1), 3 * SoldOutFromMemory.CROWD);
  }

  @Test
  void aClosedSessionSaysSo() {
    Session open = session(EIGHT, 1);
    world.has(
        new Session(
            EIGHT,
            open.zone(),
            open.length(),
            1,
            Session.State.CLOSED,
            open.opensAt(),
            open.seats(),
            null));
    for (int i = 0; i <= SoldOutFromMemory.CROWD; i++) {
      assertThat(why(hold(hold, "early" + i))).isEqualTo(new Refusal.SessionClosed());
    }
    assertThat(calls).containsExactly("find");
  }
}

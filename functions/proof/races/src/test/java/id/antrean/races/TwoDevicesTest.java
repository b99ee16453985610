package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same application in two hands at the same moment. */
@ExtendWith(RealStore.class)
class TwoDevicesTest {
  private static final int ROUNDS = 15;

  private final Scene scene;

  TwoDevicesTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void theSameSeatAskedForTwiceIsOneSeatAndOneAnswer() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", 2);
      Application siti = scene.somebody("siti" + round);
      List<Outcome<Application>> answers =
          AtOnce.all(List.of(holding(siti, session), holding(siti, session)));
      assertThat(Scene.done(answers.getFirst())).isEqualTo(Scene.done(answers.getLast()));
      assertThat(scene.taken(session)).isEqualTo(1);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  /** A hold is named by the version that was read: here every attempt has a name of its own. */
  @Test
  void withoutTheVersionInItsNameTheSecondAttemptTakesASecondSeat() {
    SessionId session = scene.opens(0, "08:00", 2);
    Application siti = scene.somebody("siti");
    ClaimSeat store = scene.tables().seats();
    ClaimSeat first = (in, hold, now) -> store.claim(in, named(hold, 1_000), now);
    ClaimSeat second =
        (in, hold, now) -> {
          Scene.done(scene.functions().claimingBy(first).hold(siti, session));
          return store.claim(in, named(hold, 2_000), now);
        };
    Scene.done(scene.functions().claimingBy(second).hold(siti, session));
    assertThat(scene.taken(session)).isEqualTo(2);
    assertThat(scene.brokenAtRest())
        .extracting(Breach::rule)
        .contains(Rule.NEVER_OVERSOLD, Rule.NEVER_LEAKED);
  }

  private static HoldId named(HoldId hold, int otherVersion) {
    return new HoldId(hold.application(), otherVersion);
  }

  @Test
  void ofTwoSeatsAskedForOneIsHeldAndTheOtherIsFree() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId eight = scene.opens(round, "08:00", 1);
      SessionId nine = scene.opens(round, "09:00", 1);
      Application siti = scene.somebody("siti" + round);
      AtOnce.all(List.of(holding(siti, eight), holding(siti, nine)));
      assertThat(scene.taken(eight) + scene.taken(nine)).isEqualTo(1);
      assertThat(scene.see(siti).booking().seat().orElseThrow().session()).isIn(eight, nine);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheConditionOnTheVersionTheFirstDevicesBillIsNobodys() {
    SessionId eight = scene.opens(0, "08:00", 1);
    SessionId nine = scene.opens(0, "09:00", 1);
    Application siti = scene.somebody("siti");
    Functions unguarded =
        scene
            .functions()
            .savingBy(
                LastWriteWins.over(
                    scene.tables(), () -> Scene.done(scene.functions().hold(siti, nine))));
    Scene.done(unguarded.hold(siti, eight));
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_LOST);
  }

  @Test
  void aSeatGivenBackWhileItMovesIsMovedOrFree() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId eight = scene.opens(round, "08:00", 1);
      SessionId nine = scene.opens(round, "09:00", 1);
      Application siti = scene.holder("siti" + round, eight);
      AtOnce.all(List.of(holding(siti, nine), () -> scene.functions().giveBack(siti)));
      boolean live = scene.status(siti) == Status.AWAITING_PAYMENT;
      assertThat(scene.taken(nine)).isEqualTo(live ? 1 : 0);
      assertThat(scene.taken(eight)).isZero();
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheConditionOnTheVersionASeatIsLeftToSomebodyWhoGaveItBack() {
    SessionId eight = scene.opens(0, "08:00", 1);
    SessionId nine = scene.opens(0, "09:00", 1);
    Application siti = scene.holder("siti", eight);
    Functions moves =
        scene
            .functions()
            .savingBy(
                LastWriteWins.over(
                    scene.tables(), () -> Scene.done(scene.functions().giveBack(siti))));
    Scene.done(moves.hold(siti, nine));
    assertThat(scene.status(siti)).isEqualTo(Status.READY);
    assertThat(scene.taken(nine)).isEqualTo(1);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_LEAKED);
  }

  @Test
  void ofManySeatsAskedForAtOnceOneIsHeldAndNobodyHearsThatTheStoreIsBusy() {
    for (int round = 0; round < ROUNDS; round++) {
      int day = round;
      List<SessionId> sessions =
          IntStream.range(8, 16)
              .mapToObj(hour -> scene.opens(day, String.format("%02d:00", hour), 1))
              .toList();
      Application siti = scene.somebody("siti" + round);
      List<Outcome<Application>> answers =
          AtOnce.all(sessions.stream().map(session -> holding(siti, session)).toList());
      assertThat(answers)
          .allSatisfy(
              answer ->
                  assertThat(
                          answer instanceof Outcome.Done
                              || answer
                                  instanceof Outcome.Refused<Application>(Refusal.Overtaken _))
                      .isTrue());
      assertThat(sessions.stream().mapToInt(scene::taken).sum()).isEqualTo(1);
      assertThat(scene.see(siti).booking().seat().orElseThrow().session())
          .isIn(
              answers.stream()
                  .filter(Outcome.Done.class::isInstance)
                  .map(answer -> Scene.done(answer).booking().seat().orElseThrow().session())
                  .toList());
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  private Callable<Outcome<Application>> holding(Application who, SessionId session) {
    return () -> scene.functions().hold(who, session);
  }
}

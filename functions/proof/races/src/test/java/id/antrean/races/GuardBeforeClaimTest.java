package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindGuards.Guards;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody whose person has a booking already asks for seats that others want. */
@ExtendWith(RealStore.class)
class GuardBeforeClaimTest {
  private static final int ROUNDS = 10;
  private static final int THREADS = 5;

  private final Scene scene;

  GuardBeforeClaimTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  /** Another application of a person, ready for a seat. */
  private Application another(String name, String person) {
    Application ready = Samples.ready(name, "scalper", person);
    scene.tables().put(ready);
    return ready;
  }

  @Test
  void whoCannotWinNeverStandsInTheWayOfWhoCan() {
    scene.holder("booked", scene.opens(40, "08:00", 1));
    Application scalper = another("scalper", "booked");
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", 1);
      Application victim = scene.somebody("victim" + round);
      List<Callable<Outcome<Application>>> deeds = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        deeds.add(() -> scene.functions().hold(scalper, session));
      }
      deeds.add(() -> scene.functions().hold(victim, session));
      List<Outcome<Application>> answers = AtOnce.all(deeds);
      assertThat(answers.subList(0, THREADS))
          .containsOnly(Outcome.refused(new Refusal.NikHasBooking(null)));
      assertThat(answers.getLast()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheLookBeforeTheClaimTheLastSeatSeemsSoldToSomebodyElse() {
    scene.holder("booked", scene.opens(40, "08:00", 1));
    Application scalper = another("scalper", "booked");
    SessionId session = scene.opens(0, "08:00", 1);
    Application victim = scene.somebody("victim");
    List<Outcome<Application>> heard = new ArrayList<>();
    ClaimSeat store = scene.tables().seats();
    ClaimSeat thenTheVictimAsks =
        (in, hold, now) -> {
          ClaimSeat.Claim claim = store.claim(in, hold, now);
          heard.add(scene.functions().hold(victim, in));
          return claim;
        };
    Functions blind =
        scene
            .functions()
            .claimingBy(thenTheVictimAsks)
            .seeingGuardsBy(application -> new Guards(Optional.empty(), List.of()));
    assertThat(blind.hold(scalper, session)).isInstanceOf(Outcome.Refused.class);
    assertThat(heard)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.why()).isInstanceOf(Refusal.SoldOut.class));
    assertThat(scene.taken(session)).as("a seat was free all the while").isZero();
  }

  @Test
  void aGuardThatCountsNoMoreIsTakenOverAndReleasedByItsNewHolderAlone() {
    Application old = scene.holder("old", scene.opens(0, "08:00", 1));
    scene.functions().pay(old);
    Application next = another("next", "old");
    SessionId later = scene.opens(60, "08:00", 1);
    assertThat(scene.functions().hold(next, later)).isInstanceOf(Outcome.Refused.class);
    scene.functions().clock().pass(Duration.ofDays(45));
    assertThat(Scene.done(scene.functions().hold(next, later)).status())
        .isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(holder(next)).contains(next.id());
    assertThat(
            new ReopenBooking(
                    scene.tables().applications(),
                    new ArmedMessages(),
                    scene.tables().seats(),
                    scene.tables().saves(),
                    scene.functions().clock())
                .reopen(
                    old.id(),
                    "did not come",
                    new Actor.Staff("supervisor", "sri", CILEGON.id()),
                    null))
        .isInstanceOf(Outcome.Done.class);
    assertThat(scene.status(old)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(holder(next)).as("the other's guard").contains(next.id());
    assertThat(scene.functions().giveBack(next)).isInstanceOf(Outcome.Done.class);
    assertThat(holder(next)).isEmpty();
  }

  @Test
  void aGuardIsNotTakenOverFromWhoHasMovedOnMeanwhile() {
    Application old = scene.holder("old", scene.opens(0, "08:00", 1));
    scene.functions().pay(old);
    Application next = another("next", "old");
    SessionId later = scene.opens(60, "08:00", 1);
    scene.functions().clock().pass(Duration.ofDays(45));
    ClaimSeat store = scene.tables().seats();
    ClaimSeat afterAnIdentityCheck =
        (in, hold, now) -> {
          Application seen = scene.see(old);
          assertThat(
                  scene
                      .tables()
                      .saves()
                      .save(
                          Change.of(
                              seen,
                              seen.identified(
                                  seen.dossier().identity(), new Actor.Service("identity"), now))))
              .isInstanceOf(SaveApplication.Saved.class);
          return store.claim(in, hold, now);
        };
    assertThat(scene.functions().claimingBy(afterAnIdentityCheck).hold(next, later))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(holder(next)).contains(old.id());
    assertThat(scene.taken(later)).isZero();
  }

  @Test
  void theGuardOfAnApplicationThatIsGoneIsTakenOverUnlessItComesBack() {
    Application old = scene.see(scene.holder("old", scene.opens(0, "08:00", 1)));
    Application next = another("next", "old");
    SessionId later = scene.opens(60, "08:00", 1);
    ClaimSeat store = scene.tables().seats();
    ClaimSeat whileItComesBack =
        (in, hold, now) -> {
          scene.tables().put(old);
          return store.claim(in, hold, now);
        };
    scene.tables().forget(old);
    assertThat(scene.functions().claimingBy(whileItComesBack).hold(next, later))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(holder(next)).contains(old.id());
    assertThat(scene.taken(later)).isZero();

    scene.tables().forget(old);
    Scene.done(scene.functions().hold(next, later));
    assertThat(holder(next)).contains(next.id());
  }

  private Optional<ApplicationId> holder(Application application) {
    return scene.tables().guards().find(application).holder();
  }
}

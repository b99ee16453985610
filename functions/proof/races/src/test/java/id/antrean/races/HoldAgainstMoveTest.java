package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody moves to a seat that another wants, and leaves one that a third wants. */
@ExtendWith(RealStore.class)
class HoldAgainstMoveTest {
  private static final int ROUNDS = 20;

  private final Scene scene;

  HoldAgainstMoveTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void everySeatIsOnePersonsAndNobodyLosesTheirs() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId from = scene.opens(round, "08:00", 1);
      SessionId to = scene.opens(round, "09:00", 1);
      Application mover = scene.holder("mover" + round, from);
      Application rival = scene.somebody("rival" + round);
      Application heir = scene.somebody("heir" + round);
      List<Callable<Outcome<Application>>> deeds =
          List.of(
              () -> scene.functions().hold(mover, to),
              () -> scene.functions().hold(rival, to),
              () -> scene.functions().hold(heir, from));
      AtOnce.all(deeds);
      assertThat(scene.see(mover).booking().seat().orElseThrow().session()).isIn(from, to);
      assertThat(scene.taken(to)).isEqualTo(1);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  /** The swap comes first and the old seat is freed after it: here it is the other way round. */
  @Test
  void whoFreesTheOldSeatBeforeTheSwapIsLeftWithASeatThatIsAnothers() {
    SessionId from = scene.opens(0, "08:00", 1);
    SessionId to = scene.opens(0, "09:00", 1);
    Application mover = scene.holder("mover", from);
    Application heir = scene.somebody("heir");
    Scene.done(scene.functions().hold(scene.somebody("rival"), to));
    ClaimSeat freesFirst =
        (session, hold, now) -> {
          scene.tables().seats().free(from, mover.booking().seat().orElseThrow().hold());
          Scene.done(scene.functions().hold(heir, from));
          return scene.tables().seats().claim(session, hold, now);
        };
    assertThat(scene.functions().claimingBy(freesFirst).hold(mover, to))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }

  @Test
  void withoutTheConditionOnTheQuotaTheMoverTakesARivalsSeat() {
    SessionId from = scene.opens(0, "08:00", 1);
    SessionId to = scene.opens(0, "09:00", 1);
    Application mover = scene.holder("mover", from);
    Application rival = scene.somebody("rival");
    Functions unguarded =
        scene
            .functions()
            .claimingBy(
                new LookThenClaim(
                    scene.tables(), () -> Scene.done(scene.functions().hold(rival, to))));
    Scene.done(unguarded.hold(mover, to));
    assertThat(scene.taken(to)).isEqualTo(2);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }
}

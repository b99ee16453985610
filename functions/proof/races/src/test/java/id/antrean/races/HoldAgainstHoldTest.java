package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.SessionId;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More people than seats. */
@ExtendWith(RealStore.class)
class HoldAgainstHoldTest {
  private static final int ROUNDS = 12;
  private static final int CONTENDERS = 6;
  private static final int QUOTA = 2;

  private final Scene scene;

  HoldAgainstHoldTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void asManyAsThereAreSeatsGetOne() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", QUOTA);
      List<Outcome<Application>> answers = AtOnce.all(holders(round, session));
      assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(QUOTA);
      assertThat(scene.taken(session)).isEqualTo(QUOTA);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  private List<Callable<Outcome<Application>>> holders(int round, SessionId session) {
    return IntStream.range(0, CONTENDERS)
        .mapToObj(i -> scene.somebody("p" + round + "-" + i))
        .<Callable<Outcome<Application>>>map(who -> () -> scene.functions().hold(who, session))
        .toList();
  }

  @Test
  void withoutTheConditionOnTheQuotaTheLastSeatIsSoldTwice() {
    SessionId session = scene.opens(0, "08:00", 1);
    Application siti = scene.somebody("siti");
    Application budi = scene.somebody("budi");
    Functions unguarded =
        scene
            .functions()
            .claimingBy(
                new LookThenClaim(
                    scene.tables(), () -> Scene.done(scene.functions().hold(budi, session))));
    Scene.done(unguarded.hold(siti, session));
    assertThat(scene.taken(session)).isEqualTo(2);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }
}

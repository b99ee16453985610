package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer lowers the quota while people take the seats. */
@ExtendWith(RealStore.class)
class QuotaLoweredTest {
  private static final int ROUNDS = 12;
  private static final int CONTENDERS = 6;
  private static final int BEFORE = 4;
  private static final int AFTER = 2;

  private final Scene scene;

  QuotaLoweredTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void theTakenSeatsAreKeptAndNoneIsTakenAboveTheQuotaOfItsMoment() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", BEFORE);
      List<Application> people = people(round);
      List<Callable<Boolean>> deeds = new ArrayList<>();
      people.forEach(
          who -> deeds.add(() -> scene.functions().hold(who, session) instanceof Outcome.Done));
      deeds.add(
          () -> {
            scene.functions().setQuota(session, AFTER);
            return false;
          });
      long held = AtOnce.all(deeds).stream().filter(it -> it).count();
      assertThat(held).isBetween((long) AFTER, (long) BEFORE);
      assertThat(scene.taken(session)).isEqualTo((int) held);
      assertThat(scene.functions().hold(scene.somebody("late" + round), session))
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  private List<Application> people(int round) {
    return IntStream.range(0, CONTENDERS)
        .mapToObj(i -> scene.somebody("p" + round + "-" + i))
        .toList();
  }

  @Test
  void withoutTheConditionOnTheQuotaASeatIsTakenThatIsNotThereAnyMore() {
    SessionId session = scene.opens(0, "08:00", 1);
    Application siti = scene.somebody("siti");
    Functions unguarded =
        scene
            .functions()
            .claimingBy(
                new LookThenClaim(scene.tables(), () -> scene.functions().setQuota(session, 0)));
    Scene.done(unguarded.hold(siti, session));
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }

  /** The officer's write names what it changes: here it is the whole item that was read. */
  @Test
  void anOfficerWhoWritesTheWholeSessionErasesASeatThatWasTakenMeanwhile() {
    SessionId session = scene.opens(0, "08:00", BEFORE);
    Session seen = scene.tables().seats().find(session).orElseThrow();
    Application siti = scene.holder("siti", session);
    scene.tables().put(lowered(seen));
    assertThat(scene.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }

  private static Session lowered(Session seen) {
    return new Session(
        seen.id(),
        CILEGON.zone(),
        seen.length(),
        AFTER,
        seen.state(),
        seen.opensAt(),
        seen.seats(),
        seen.lastClaimAt());
  }
}

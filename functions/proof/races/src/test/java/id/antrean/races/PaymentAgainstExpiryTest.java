package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The money and the message of the deadline come at the same moment. */
@ExtendWith(RealStore.class)
class PaymentAgainstExpiryTest {
  private static final int ROUNDS = 20;

  private final Scene scene;

  PaymentAgainstExpiryTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void whoeverWinsTheMoneyEndsInASeatOrWaitsForOne() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", 1);
      Application holder = scene.holder("siti" + round, session);
      Application rival = scene.somebody("rival" + round);
      untilDue();
      List<Callable<Optional<StoredNotification>>> deeds =
          List.of(
              () -> Optional.of(scene.functions().pay(holder)),
              () -> {
                scene.functions().lookAfter(holder);
                return Optional.empty();
              },
              () -> {
                scene.functions().hold(rival, session);
                return Optional.empty();
              });
      StoredNotification told = AtOnce.all(deeds).getFirst().orElseThrow();
      assertThat(told.state()).isEqualTo(State.SETTLED);
      assertThat(scene.status(holder)).isIn(Status.CONFIRMED, Status.PAID_UNSCHEDULED);
      assertThat(scene.taken(session)).isEqualTo(1);
      scene.functions().giveBack(rival);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void moneyBetweenTheLookAndTheWriteOfAnExpiryWins() {
    Application holder = scene.holder("siti", scene.opens(0, "08:00", 1));
    untilDue();
    scene
        .functions()
        .savingBy(Interrupted.over(scene.tables(), () -> scene.functions().pay(holder)))
        .lookAfter(holder);
    assertThat(scene.status(holder)).isEqualTo(Status.CONFIRMED);
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheConditionOnTheVersionThatMoneyIsLost() {
    Application holder = scene.holder("siti", scene.opens(0, "08:00", 1));
    untilDue();
    scene
        .functions()
        .savingBy(LastWriteWins.over(scene.tables(), () -> scene.functions().pay(holder)))
        .lookAfter(holder);
    assertThat(scene.status(holder)).isEqualTo(Status.READY);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_LOST);
  }

  private void untilDue() {
    scene.functions().clock().pass(Functions.WINDOW.plus(Functions.GRACE));
  }
}

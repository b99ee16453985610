package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The applicant cancels while the money is on its way. */
@ExtendWith(RealStore.class)
class CancelAgainstPaymentTest {
  private static final int ROUNDS = 20;

  private final Scene scene;

  CancelAgainstPaymentTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  @Test
  void oneOfThemIsToldNoAndTheMoneyIsSettledOrToBeRefunded() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", 1);
      Application holder = scene.holder("siti" + round, session);
      List<Callable<Object>> deeds =
          List.of(() -> scene.functions().cancel(holder), () -> scene.functions().pay(holder));
      List<Object> answers = AtOnce.all(deeds);
      StoredNotification told = (StoredNotification) answers.get(1);
      if (scene.status(holder) == Status.CONFIRMED) {
        assertThat(answers.getFirst())
            .isEqualTo(Outcome.refused(new Refusal.AlreadyPaid(Instead.MOVE)));
        assertThat(told.state()).isEqualTo(State.SETTLED);
        assertThat(scene.taken(session)).isEqualTo(1);
      } else {
        assertThat(scene.status(holder)).isEqualTo(Status.CANCELLED);
        assertThat(told.why()).isEqualTo(ExceptionReason.APPLICATION_CANCELLED);
        assertThat(scene.taken(session)).isZero();
      }
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void moneyBetweenTheLookAndTheWriteOfACancellationWins() {
    Application holder = scene.holder("siti", scene.opens(0, "08:00", 1));
    Functions cancels =
        scene
            .functions()
            .savingBy(Interrupted.over(scene.tables(), () -> scene.functions().pay(holder)));
    assertThat(cancels.cancel(holder))
        .isEqualTo(Outcome.refused(new Refusal.AlreadyPaid(Instead.MOVE)));
    assertThat(scene.status(holder)).isEqualTo(Status.CONFIRMED);
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheConditionOnTheVersionThatMoneyIsLost() {
    Application holder = scene.holder("siti", scene.opens(0, "08:00", 1));
    Functions cancels =
        scene
            .functions()
            .savingBy(LastWriteWins.over(scene.tables(), () -> scene.functions().pay(holder)));
    Scene.done(cancels.cancel(holder));
    assertThat(scene.status(holder)).isEqualTo(Status.CANCELLED);
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_LOST);
  }
}

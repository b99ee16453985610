package id.antrean.races;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.Receipt;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money is told to have come and to have gone back at the same moment. */
@ExtendWith(RealStore.class)
class RefundAgainstPaymentTest {
  private static final int ROUNDS = 20;

  private final Scene scene;

  RefundAgainstPaymentTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  private Application now(Application holder) {
    return scene.tables().applications().find(holder.id()).orElseThrow();
  }

  @Test
  void whicheverIsFirstTheFeeIsNotPaid() {
    for (int round = 0; round < ROUNDS; round++) {
      Application holder = scene.holder("siti" + round, scene.opens(round, "08:00", 1));
      Money money = Money.forBillOf(holder);
      List<Callable<Object>> deeds =
          List.of(
              () -> scene.functions().receive(money),
              () -> scene.functions().receive(money.goesBack()));
      AtOnce.all(deeds);
      Application after = now(holder);
      assertThat(after.booking().paidBill()).isEmpty();
      assertThat(after.booking().bills().getFirst().receipts())
          .extracting(Receipt::returned)
          .containsExactly(after.booking().bills().getFirst().amount());
    }
  }

  @Test
  void withoutTheConditionOnTheVersionTheRefundIsForgotten() {
    Application holder = scene.holder("siti", scene.opens(0, "08:00", 1));
    Money money = Money.forBillOf(holder);
    Functions pays =
        scene
            .functions()
            .savingBy(
                LastWriteWins.over(
                    scene.tables(), () -> scene.functions().receive(money.goesBack())));
    pays.receive(money);
    assertThat(now(holder).status()).isEqualTo(Status.CONFIRMED);
    assertThat(now(holder).booking().paidBill()).isPresent();
  }
}

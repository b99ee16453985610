package id.antrean.payments;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At once, then after 1, 5 and 15 minutes by the queue, then every hour by the sweep. */
class WhenASenderIsAskedTest {
  private final AskedSender sender = new AskedSender();
  private final Counter counter = new Counter(sender);
  private final SettleLater settle = counter.settleLater();

  WhenASenderIsAskedTest() {
    sender.down = true;
  }

  private void moneyComes() {
    sender.said.put(
        "e1",
        new PaymentNotification(
            "sender",
            "e1",
            "p1",
            counter.code(),
            Counter.FEE,
            -1,
            "IDR",
            Kind.PAID,
            NOW,
            null,
            null));
    counter.accept.accept(
        sender, new RawNotification("sender", "", "e1", counter.world.time.instant()));
  }

  /** In which of the next minutes the sender is asked; the sweep comes every tenth. */
  private List<Integer> asked(int minutes) {
    List<Integer> asked = new ArrayList<>();
    int before = sender.asked;
    for (int minute = 1; minute <= minutes; minute++) {
      counter.world.pass(Duration.ofMinutes(1));
      if (minute % 10 == 0) {
        settle.sweep();
      }
      counter.world.notifications.queue.takeArrived().forEach(settle::takeUp);
      if (sender.asked > before) {
        asked.add(minute);
      }
      before = sender.asked;
    }
    return asked;
  }

  @Test
  void anUnansweredQuestionIsAskedAgainEverLater() {
    moneyComes();

    assertThat(sender.asked).isEqualTo(1);
    // 16 minutes and an hour are 76: the sweep after that is the first that can see it is due.
    assertThat(asked(25 * 60)).containsExactly(1, 16, 80);
    assertThat(asked(60)).as("a day later, for the last time").hasSize(1);
  }

  @Test
  void whatTheSweepBroughtBackGoesOnWhereItWas() {
    moneyComes();
    counter.world.notifications.queue.lose();

    // A message that is ten minutes late is lost; the next wait is that after the second question.
    assertThat(asked(100)).containsExactly(20, 90);
  }

  @Test
  void anAnswerEndsTheQuestions() {
    moneyComes();
    sender.down = false;

    assertThat(asked(240)).containsExactly(1);
  }
}

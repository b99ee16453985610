package id.antrean.payments;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Status;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.payments.AcceptNotification.Acceptance;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.payments.AcceptNotification.TooMany;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices whose sender signs little: asked before they count, one message at a time, and few. */
class AskingAgainTest {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final AskedSender sender = new AskedSender();
  private final Counter counter = new Counter(sender);
  private final SettleLater settle = counter.settleLater();

  private Acceptance comes(String event, String payment, Kind kind) {
    sender.said.put(
        event,
        new PaymentNotification(
            "sender",
            event,
            payment,
            counter.code(),
            Counter.FEE,
            -1,
            "IDR",
            kind,
            NOW,
            "QRIS",
            null));
    return counter.accept.accept(
        sender, new RawNotification("sender", "", event, counter.world.time.instant()));
  }

  /** A minute passes: what has arrived is taken up, and every tenth the sweep comes. */
  private void aMinutePasses(int minute) {
    counter.world.pass(STEP);
    counter.world.notifications.queue.takeArrived().forEach(settle::takeUp);
    if (minute % 10 == 0) {
      settle.sweep();
    }
  }

  private int onTheQueue() {
    return counter.world.notifications.queue.waiting().size();
  }

  @Test
  void oneWaitingNoticeHasOneMessageForADay() {
    sender.down = true;
    comes("e1", "p1", Kind.PAID);

    for (int minute = 1; minute <= 24 * 60; minute++) {
      aMinutePasses(minute);
      assertThat(onTheQueue()).as("minute " + minute).isLessThanOrEqualTo(1);
    }

    assertThat(sender.asked).as("at once, after 1, 15 and 60 minutes").isEqualTo(4);
  }

  @Test
  void aSenderThatRepeatsItselfMakesNoSecondMessage() {
    sender.down = true;
    for (int i = 0; i < 5; i++) {
      comes("e1", "p1", Kind.PAID);
      counter.world.pass(Duration.ofSeconds(1));
    }
    assertThat(onTheQueue()).isEqualTo(1);
  }

  @Test
  void aMessageDeliveredTwiceIsFollowedByOne() {
    sender.down = true;
    comes("e1", "p1", Kind.PAID);
    counter.world.pass(STEP);
    WaitingNotice message = counter.world.notifications.queue.takeArrived().getFirst();

    settle.takeUp(message);
    settle.takeUp(message);

    assertThat(onTheQueue()).isEqualTo(1);
    assertThat(sender.asked).isEqualTo(2);
  }

  @Test
  void aLostMessageIsReplacedByTheSweep() {
    sender.down = true;
    comes("e1", "p1", Kind.PAID);
    counter.world.notifications.queue.lose();

    assertThat(settle.sweep()).isZero();
    counter.world.pass(Duration.ofMinutes(12));
    assertThat(settle.sweep()).isEqualTo(1);
    assertThat(settle.sweep()).isZero();
    sender.down = false;
    counter.world.notifications.queue.takeArrived().forEach(settle::takeUp);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
  }

  private void nobodyAnswersForADay() {
    sender.down = true;
    comes("e1", "p1", Kind.PAID);
    for (int minute = 1; minute <= 26 * 60; minute++) {
      aMinutePasses(minute);
    }
  }

  @Test
  void whoeverCannotBeAskedForADayIsLeftToAPerson() {
    nobodyAnswersForADay();
    assertThat(counter.world.payments.kept().getFirst().why())
        .isEqualTo(ExceptionReason.NOT_CONFIRMED_BY_SENDER);
    assertThat(onTheQueue()).isZero();
  }

  @Test
  void whatWasGivenUpCountsWhenItComesAgainAndIsSo() {
    nobodyAnswersForADay();
    sender.down = false;

    comes("e1", "p1", Kind.PAID);

    assertThat(counter.world.payments.kept().getFirst().state()).isEqualTo(State.SETTLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"TAKEN_BACK", "FAILED"})
  void aReversalIsAskedBeforeItCounts(Kind kind) {
    comes("paid", "p1", Kind.PAID);
    sender.agrees = false;
    for (int i = 0; i < 9; i++) {
      comes("made-up-" + i, "p1", kind);
    }
    assertThat(counter.bill().path("status").asText()).isEqualTo("PAID");
    assertThat(counter.listed()).isZero();

    sender.agrees = true;
    comes("true", "p1", kind);
    assertThat(counter.bill().path("status").asText()).isEqualTo("REFUNDED");
  }

  private int storedOfManyMadeUp() {
    sender.agrees = false;
    int stored = 0;
    for (int i = 0; i < 1_641; i++) {
      stored += comes("made-up-" + i, "p" + i, Kind.PAID) instanceof Stored ? 1 : 0;
    }
    return stored;
  }

  @Test
  void whatCannotBeConfirmedIsBoundedForEachBill() {
    int stored = storedOfManyMadeUp();
    assertThat(stored).isEqualTo(ReceivePayment.MOST_UNCONFIRMED);
    assertThat(counter.world.payments.kept()).hasSize(stored);
    assertThat(onTheQueue()).isEqualTo(stored);
    assertThat(comes("one more", "p", Kind.PAID)).isInstanceOf(TooMany.class);
  }

  @Test
  void whatSaysNothingIsBoundedTooAndNobodyIsAsked() {
    for (int i = 0; i < 100; i++) {
      assertThat(comes("pending-" + i, "p" + i, Kind.PENDING)).isInstanceOf(Stored.class);
    }
    assertThat(counter.world.payments.kept()).hasSize(ReceivePayment.MOST_UNCONFIRMED);
    assertThat(sender.asked).isZero();
  }

  @Test
  void trueMoneySettlesHoweverMuchWasMadeUpBefore() {
    assertThat(storedOfManyMadeUp()).isPositive();
    sender.agrees = true;

    comes("true", "true payment", Kind.PAID);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
  }
}

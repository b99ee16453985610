package id.antrean.payments;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.memory.Faults;
import id.antrean.memory.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds when an application changes, a process dies or a sender is asked while money comes.
 */
class WhatIsMadeSureOfMoneyTest {
  private final AskedSender sender = new AskedSender();
  private final Counter counter = new Counter(sender);

  private PaymentNotification notice(String event, String bill, Kind kind) {
    return new PaymentNotification(
        "sender", event, "p1", bill, Counter.FEE, -1, "IDR", kind, NOW, null, null);
  }

  private PaymentNotification money() {
    return notice("e1", counter.code(), Kind.PAID);
  }

  // ---- Applications that change meanwhile ----

  /** Its application is looked at before each of the next writes, and changes each time. */
  private void changesBefore(int writes) {
    for (int i = 0; i < writes; i++) {
      counter.faults.before("save", this::somethingChanges);
    }
  }

  private void somethingChanges() {
    counter.world.has(
        counter
            .application()
            .identified(
                counter.application().dossier().identity(),
                new Actor.Service("identity"),
                counter.world.time.instant()));
  }

  @Test
  void anApplicationThatKeepsChangingIsTriedAgain() {
    changesBefore(4);

    assertThat(counter.receives(money()).state()).isEqualTo(State.SETTLED);
    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void afterFiveTriesTheSenderHasToComeAgainAndNothingIsLost() {
    changesBefore(5);

    assertThatThrownBy(() -> counter.receives(money())).isInstanceOf(Unavailable.class);
    assertThat(counter.world.payments.kept()).isEmpty();

    assertThat(counter.receives(money()).state()).isEqualTo(State.SETTLED);
  }

  @Test
  void whatIsSettledIsWrittenOnce() {
    counter.faults.before("save", () -> {}).down("save");

    assertThat(counter.receives(money()).state()).isEqualTo(State.SETTLED);
  }

  // ---- A process that dies ----

  /** A message is under way before the seat is nobody's, and frees it. */
  @Test
  void aSeatThatMoneyForAnotherLeavesIsFreedThoughTheProcessDies() {
    String cheaper = counter.code();
    counter.movesToADearerLane();
    counter.world.deadlines.queue.lose();
    counter.faults.crashBefore("free");

    assertThatThrownBy(() -> counter.receives(notice("e1", cheaper, Kind.PAID)))
        .isInstanceOf(Faults.Crash.class);

    assertThat(counter.application().status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(counter.world.deadlines.queue.waiting())
        .extracting(sent -> sent.message().session())
        .containsExactly(sessionId("07:30", Lane.EXPRESS));
  }

  @Test
  void nobodyIsGuardedByASeatThatMoneyForAnotherLeaves() {
    String cheaper = counter.code();
    counter.movesToADearerLane();

    counter.receives(notice("e1", cheaper, Kind.PAID));

    assertThat(counter.world.guarded(counter.siti)).isFalse();
  }

  // ---- Senders that are asked ----

  @Test
  void aSenderIsWaitedForADayToTheLastMoment() {
    sender.agrees = false;
    assertThat(counter.receives(money()).state()).isEqualTo(State.RECEIVED);

    counter.world.pass(Duration.ofDays(1));
    assertThat(counter.receives(money()).state()).isEqualTo(State.RECEIVED);

    counter.world.pass(Duration.ofMillis(1));
    assertThat(counter.receives(money()).why()).isEqualTo(ExceptionReason.NOT_CONFIRMED_BY_SENDER);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "EXPIRED", "FAILED"})
  void nobodyIsAskedAboutMoneyThatDidNotComeForNobodysBill(Kind kind) {
    assertThat(counter.receives(notice("e1", "812345678901234", kind)).state())
        .isEqualTo(State.NOTED);
    assertThat(sender.asked).isZero();
  }

  @Test
  void whatNobodyUnderstandsIsKeptOnceHoweverOftenItComes() {
    PaymentNotification about = notice("e1", counter.code(), Kind.PENDING);
    RawNotification raw = new RawNotification("sender", "", "?", Samples.NOW);

    StoredNotification first = counter.receive.keepUnclear(sender, about, raw);

    assertThat(first.why()).isEqualTo(ExceptionReason.NOT_UNDERSTOOD);
    assertThat(counter.receive.keepUnclear(sender, about, raw)).isEqualTo(first);
    assertThat(counter.world.payments.kept()).containsExactly(first);
  }
}

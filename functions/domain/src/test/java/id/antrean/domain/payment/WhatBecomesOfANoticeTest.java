package id.antrean.domain.payment;

import static id.antrean.domain.payment.Notices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notice is kept with the bytes it came in, and decided once. */
class WhatBecomesOfANoticeTest {
  private static final PaymentNotification SAID = Notices.of("p1");
  private static final RawNotification RAW = Notices.raw(SAID);
  private static final StoredNotification RECEIVED = StoredNotification.received(SAID, RAW);

  @Test
  void itWaitsUntilItsSenderWasAskedFirstAMinuteAfterItCame() {
    assertThat(RECEIVED.state()).isEqualTo(State.RECEIVED);
    assertThat(RECEIVED.why()).isNull();
    assertThat(RECEIVED.receivedAt()).isEqualTo(NOW);
    assertThat(RECEIVED.asking()).isEqualTo(new Asking(0, NOW.plus(Duration.ofMinutes(1))));
  }

  @Test
  void whateverBecomesOfItItIsKeptAsItCame() {
    assertThat(
            List.of(
                RECEIVED.settled(),
                RECEIVED.noted(),
                RECEIVED.counted(),
                RECEIVED.exception(ExceptionReason.ALREADY_PAID),
                RECEIVED.waiting(new Asking(3, NOW))))
        .allSatisfy(it -> assertThat(it.notification()).isEqualTo(SAID))
        .allSatisfy(it -> assertThat(it.raw()).isEqualTo(RAW));
  }

  @Test
  void onceItIsDecidedNobodyIsAskedAnyMore() {
    assertThat(
            List.of(
                RECEIVED.settled(),
                RECEIVED.noted(),
                RECEIVED.counted(),
                RECEIVED.exception(ExceptionReason.ALREADY_PAID)))
        .extracting(StoredNotification::state)
        .containsExactly(State.SETTLED, State.NOTED, State.COUNTED, State.EXCEPTION);
    assertThat(RECEIVED.settled().asking()).isNull();
    assertThat(RECEIVED.exception(ExceptionReason.ALREADY_PAID).asking()).isNull();
  }

  @Test
  void whatItsSenderTookBackAtOnceIsNotedWithTheReason() {
    StoredNotification refused = RECEIVED.refused(ExceptionReason.ALREADY_PAID);

    assertThat(refused.state()).isEqualTo(State.NOTED);
    assertThat(refused.why()).isEqualTo(ExceptionReason.ALREADY_PAID);
    assertThat(refused.asking()).isNull();
  }

  @Test
  void whoHasItsSenderAskedKnowsWhichAndHowOften() {
    assertThat(RECEIVED.waiting(new Asking(3, NOW)).asWaiting())
        .isEqualTo(new WaitingNotice.Kept(SAID.id(), 3));
  }

  @Test
  void ofAHeaderTheBeginningIsKept() {
    RawNotification raw =
        new RawNotification(
            "bank",
            "",
            "{}",
            NOW,
            Map.of("short", "s", "whole", "w".repeat(1024), "long", "l".repeat(1025)));

    assertThat(raw.headers())
        .containsEntry("short", "s")
        .containsEntry("whole", "w".repeat(1024))
        .containsEntry("long", "l".repeat(1024));
  }

  @Test
  void theBooksSayWhatCounts() {
    NoticeRow settled = NoticeRow.of(RECEIVED.settled());

    assertThat(settled.id()).isEqualTo(SAID.id());
    assertThat(settled.amount()).isEqualTo(950_000);
    assertThat(settled.receivedAt()).isEqualTo(NOW);
    assertThat(settled.tookMoney()).isTrue();
    assertThat(NoticeRow.of(RECEIVED.exception(ExceptionReason.ALREADY_PAID)).tookMoney()).isTrue();
    assertThat(NoticeRow.of(RECEIVED.noted()).tookMoney()).isFalse();
    assertThat(
            NoticeRow.of(
                    StoredNotification.received(Notices.of(Kind.TAKEN_BACK), RAW)
                        .exception(ExceptionReason.TAKEN_BACK))
                .tookMoney())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(ExceptionReason.class)
  void anExceptionSaysWhy(ExceptionReason why) {
    assertThat(RECEIVED.exception(why).why()).isEqualTo(why);
    assertThat(RECEIVED.exception(why).settled().why()).as("no more").isNull();
  }

  // ---- Asking its sender ----

  @Test
  void whatTheSenderKnowsBetterTakesThePlaceOfWhatWasSaid() {
    PaymentNotification agreed = Notices.by("bank_transfer");
    StoredNotification confirmed = RECEIVED.waiting(new Asking(3, NOW)).as(agreed);

    assertThat(confirmed.notification()).isEqualTo(agreed);
    assertThat(confirmed.raw()).isEqualTo(RAW);
    assertThat(confirmed.state()).isEqualTo(State.RECEIVED);
    assertThat(confirmed.asking()).isEqualTo(new Asking(3, NOW));
  }

  @Test
  void whileItWaitsItIsKnownHowFarAskingHasCome() {
    Asking second = new Asking(1, NOW.plus(Duration.ofMinutes(6)));

    assertThat(RECEIVED.waiting(second).askingOrFirst()).isEqualTo(second);
    assertThat(RECEIVED.waiting(second).state()).isEqualTo(State.RECEIVED);
  }

  @Test
  void oneThatAnOlderVersionKeptWasAskedByNoMessageYet() {
    StoredNotification old = new StoredNotification(SAID, RAW, State.RECEIVED, null, null);

    assertThat(old.askingOrFirst()).isEqualTo(RECEIVED.asking());
  }

  // ---- Whether it may still be decided ----

  @Test
  void whatWaitsMayStillBeDecided() {
    assertThat(RECEIVED.replaceable()).isTrue();
  }

  @Test
  void whatIsSettledNotedOrCountedStaysSo() {
    assertThat(RECEIVED.settled().replaceable()).isFalse();
    assertThat(RECEIVED.noted().replaceable()).isFalse();
    assertThat(RECEIVED.counted().replaceable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ExceptionReason.class)
  void ofTheExceptionsOnlyTheOneWhoseSenderDidNotConfirmItMayStill(ExceptionReason why) {
    assertThat(RECEIVED.exception(why).replaceable())
        .isEqualTo(why == ExceptionReason.NOT_CONFIRMED_BY_SENDER);
  }

  /** Money may come after a notice that it failed, and the same notice then takes it back. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void ofWhatChangedNothingOnlyAFailureMayStill(Kind kind) {
    PaymentNotification said = Notices.of(kind);

    assertThat(StoredNotification.received(said, Notices.raw(said)).noted().replaceable())
        .isEqualTo(kind == Kind.FAILED);
    assertThat(StoredNotification.received(said, Notices.raw(said)).settled().replaceable())
        .isFalse();
  }
}

package id.antrean.payments;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.memory.Faults;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReceivingPaymentsTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId EXPRESS = sessionId("07:30", Lane.EXPRESS);
  private static final long FEE = 950_000;

  private final Faults faults = new Faults();
  private final World world =
      new World(NOW, faults).has(CILEGON).has(session(EIGHT, 1)).has(session(EXPRESS, 1));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 5, 3, 20, 30));
  private final ReceivePayment receive =
      new ReceivePayment(
          world.applications,
          world.payments,
          world.payments,
          world.applications,
          world.deadlines,
          world.seats,
          hold,
          world.time);
  private final AskedSender sender = new AskedSender();
  private final Application siti = ready("siti");

  private Application held() {
    world.has(siti);
    return book(EIGHT);
  }

  private Application book(SessionId session) {
    return ((Outcome.Done<Application>) hold.hold(siti.id(), session, account("siti"), null))
        .value();
  }

  private static String codeOf(Application application) {
    return application.booking().bill().orElseThrow().code().value();
  }

  private static PaymentNotification money(String event, String payment, String bill, long amount) {
    return new PaymentNotification(
        "sender", event, payment, bill, amount, -1, "IDR", Kind.PAID, NOW, "bank_transfer", null);
  }

  private StoredNotification receive(PaymentNotification notification) {
    return receive.receive(
        sender, notification, new RawNotification("sender", "", "{}", world.time.instant()));
  }

  private void expire(Application held) {
    Actor expiry = new Actor.Service("expiry");
    assertThat(
            world.applications.save(
                Change.of(held, Samples.expired(held, expiry, world.time.instant()))))
        .isEqualTo(new SaveApplication.Saved());
    world.seats.free(
        held.booking().seat().orElseThrow().session(), held.booking().seat().orElseThrow().hold());
  }

  @Test
  void moneyConfirmsTheSeat() {
    Application held = held();
    assertThat(receive(money("e1", "p1", codeOf(held), FEE)).state()).isEqualTo(State.SETTLED);
    Application paid = world.see(siti.id());
    assertThat(paid.status()).isEqualTo(Status.CONFIRMED);
    assertThat(paid.booking().payBy()).isEmpty();
    assertThat(world.guarded(paid)).isTrue();
  }

  @Test
  void theSameNoticeAgainIsAnsweredAlike() {
    Application held = held();
    StoredNotification first = receive(money("e1", "p1", codeOf(held), FEE));
    Application paid = world.see(siti.id());
    assertThat(receive(money("e1", "p1", codeOf(held), FEE))).isEqualTo(first);
    assertThat(world.see(siti.id())).isEqualTo(paid);
  }

  @Test
  void aSecondNoticeOfTheSamePaymentIsNoSecondPayment() {
    Application held = held();
    receive(money("capture", "p1", codeOf(held), FEE));
    assertThat(receive(money("settlement", "p1", codeOf(held), FEE)).state())
        .isEqualTo(State.NOTED);
  }

  @Test
  void aSecondPaymentIsToBeRefunded() {
    Application held = held();
    receive(money("e1", "p1", codeOf(held), FEE));
    assertThat(receive(money("e2", "p2", codeOf(held), FEE)).why())
        .isEqualTo(ExceptionReason.ALREADY_PAID);
  }

  @Test
  void aWrongAmountIsKeptAndSettlesNothing() {
    Application held = held();
    assertThat(receive(money("e1", "p1", codeOf(held), FEE - 1)).why())
        .isEqualTo(ExceptionReason.WRONG_AMOUNT);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.see(siti.id()).booking().paidBill()).isEmpty();
  }

  @Test
  void anUnknownBillIsKept() {
    assertThat(receive(money("e1", "p1", "812345678901234", FEE)).why())
        .isEqualTo(ExceptionReason.UNKNOWN_BILL);
    assertThat(receive(money("e2", "p1", "nonsense", FEE)).why())
        .isEqualTo(ExceptionReason.UNKNOWN_BILL);
    assertThat(world.payments.kept()).hasSize(2);
  }

  @Test
  void thatNoMoneyCameForAnUnknownBillIsOnlyNoted() {
    PaymentNotification pending =
        new PaymentNotification(
            "sender", "e1", "p1", "812345678901234", FEE, -1, "IDR", Kind.PENDING, NOW, null, null);
    assertThat(receive(pending).state()).isEqualTo(State.NOTED);
  }

  @Test
  void lateMoneyWinsItsSeatBackWhenItIsFree() {
    Application held = held();
    expire(held);
    receive(money("e1", "p1", codeOf(held), FEE));
    Application paid = world.see(siti.id());
    assertThat(paid.status()).isEqualTo(Status.CONFIRMED);
    assertThat(paid.booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
  }

  /** The hold's own message may be late too. */
  @Test
  void moneyBuysNoSeatOfADayThatIsOver() {
    Application held = held();
    Duration untilItIsOver =
        Duration.between(world.time.instant(), held.booking().seat().orElseThrow().dayEnds());
    world.pass(untilItIsOver);

    assertThat(receive(money("e1", "p1", codeOf(held), FEE)).state()).isEqualTo(State.SETTLED);

    Application paid = world.see(siti.id());
    assertThat(paid.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(paid)).isFalse();
  }

  @Test
  void moneyBuysASeatAsLongAsItsDayLasts() {
    Application held = held();
    world.pass(
        Duration.between(
            world.time.instant(), held.booking().seat().orElseThrow().dayEnds().minusMillis(1)));

    receive(money("e1", "p1", codeOf(held), FEE));

    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void lateMoneyWithoutAFreeSeatWaitsForAnother() {
    Application held = held();
    expire(held);
    Application budi = ready("budi");
    world.has(budi);
    assertThat(hold.hold(budi.id(), EIGHT, account("budi"), null)).isInstanceOf(Outcome.Done.class);
    receive(money("e1", "p1", codeOf(held), FEE));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.PAID_UNSCHEDULED);
  }

  @Test
  void aRepeatResumesTheSeatThatLateMoneyDidNotGet() {
    Application held = held();
    expire(held);
    faults.down("claim");
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    assertThatThrownBy(() -> receive(notice)).isInstanceOf(Unavailable.class);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.PAID_UNSCHEDULED);
    receive(notice);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aVerdictInBetweenTakesNoSeatFromLateMoney() {
    Application held = held();
    expire(held);
    faults.down("claim");
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    assertThatThrownBy(() -> receive(notice)).isInstanceOf(Unavailable.class);
    Application paid = world.see(siti.id());
    world.has(
        paid.identified(
            paid.dossier().identity(),
            new Actor.Service("identity"),
            NOW.plus(Duration.ofHours(3))));
    receive(notice);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void anOldNoticeBooksForNobodyWhoHasGoneOn() {
    Application held = held();
    expire(held);
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    receive(notice);
    Application confirmed = world.see(siti.id());
    assertThat(confirmed.status()).isEqualTo(Status.CONFIRMED);
    assertThat(confirmed.booking().history().seatOwed()).isFalse();
  }

  @Test
  void aCrashBeforeTheTransactionLosesNothingThatWasAnswered() {
    Application held = held();
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    faults.crashBefore("save");
    assertThatThrownBy(() -> receive(notice)).isInstanceOf(Faults.Crash.class);
    assertThat(world.payments.kept()).isEmpty();
    receive(notice);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoPaidWhileTheHoldExpiredIsEitherConfirmedOrPaidAndNeverForgotten() {
    Application held = held();
    faults.before("save", () -> expire(world.see(siti.id())));
    receive(money("e1", "p1", codeOf(held), FEE));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void moneyForACancelledApplicationIsToBeRefunded() {
    Application held = held();
    LeaveSeat leave = world.leaveSeat();
    assertThat(leave.cancel(siti.id(), account("siti"), null)).isInstanceOf(Outcome.Done.class);
    assertThat(receive(money("e1", "p1", codeOf(held), FEE)).why())
        .isEqualTo(ExceptionReason.APPLICATION_CANCELLED);
  }

  @Test
  void moneyForTheBillOfACheaperLaneGivesTheDearSeatBackAndIsKeptAsPaid() {
    Application held = held();
    book(EXPRESS);
    receive(money("e1", "p1", codeOf(held), FEE));
    Application paid = world.see(siti.id());
    assertThat(paid.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(paid.booking().paidBill().orElseThrow().amount()).isEqualTo(FEE);
    assertThat(world.see(EXPRESS).seats()).isEmpty();
  }

  @Test
  void whileTheSendersApiIsDownTheNoticeIsKeptAndSettledLater() {
    Application held = held();
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    sender.down = true;
    assertThat(receive(notice).state()).isEqualTo(State.RECEIVED);
    assertThat(world.see(siti.id())).isEqualTo(held);
    sender.down = false;
    assertThat(receive(notice).state()).isEqualTo(State.SETTLED);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whatTheSenderDoesNotAgreeToForADayIsAPersonsToLookAt() {
    Application held = held();
    PaymentNotification notice = money("e1", "p1", codeOf(held), FEE);
    sender.agrees = false;
    assertThat(receive(notice).state()).isEqualTo(State.RECEIVED);
    world.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(receive(notice).why()).isEqualTo(ExceptionReason.NOT_CONFIRMED_BY_SENDER);
    assertThat(world.see(siti.id())).isEqualTo(held);
  }

  @Test
  void aLatePendingChangesNothing() {
    Application held = held();
    receive(money("e1", "p1", codeOf(held), FEE));
    Application paid = world.see(siti.id());
    PaymentNotification pending =
        new PaymentNotification(
            "sender", "e0", "p1", codeOf(held), FEE, -1, "IDR", Kind.PENDING, NOW, null, null);
    assertThat(receive(pending).state()).isEqualTo(State.NOTED);
    assertThat(world.see(siti.id())).isEqualTo(paid);
  }

  @Test
  void moneyTakenBackIsAPersonsToLookAt() {
    Application held = held();
    receive(money("e1", "p1", codeOf(held), FEE));
    PaymentNotification refund =
        new PaymentNotification(
            "sender", "e2", "p1", codeOf(held), FEE, -1, "IDR", Kind.TAKEN_BACK, NOW, null, null);
    assertThat(receive(refund).why()).isEqualTo(ExceptionReason.TAKEN_BACK);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }
}

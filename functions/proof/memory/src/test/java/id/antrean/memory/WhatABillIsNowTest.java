package id.antrean.memory;

import static id.antrean.memory.HeldSeats.DEADLINE;
import static id.antrean.memory.HeldSeats.bill;
import static id.antrean.memory.HeldSeats.held;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.seat.StrayCodes;
import id.antrean.domain.settlement.BillNow;
import id.antrean.domain.settlement.Settlement;
import id.antrean.domain.settlement.Settlement.Keeps;
import id.antrean.domain.settlement.Settlement.Settles;
import id.antrean.domain.settlement.Settlement.TakesBack;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a bank is told before it takes money, and which codes nothing is to be paid by any more. */
class WhatABillIsNowTest {
  private static final long FEE = 950_000;
  private static final Actor PAYMENTS = new Actor.Service("payments");
  private static final Bill BILL = bill("800000000000001", Lane.REGULAR);

  private final Application held = held(ready("siti")).billed(BILL);

  private static BillNow now(Application application, Instant at) {
    return BillNow.of(application.booking(), BILL.code(), "bank", at);
  }

  private static Bill coded(Bill bill) {
    Bill asking = bill.asking(new PayOffer(PayChannel.QRIS, "bank", null), NOW, DEADLINE);
    PaymentCode code = asking.paymentCode();
    assertThat(code).isNotNull();
    return asking.with(code.live("123", null, null, NOW));
  }

  private static Application after(Application application, PaymentNotification notice) {
    return switch (Settlement.of(application.booking(), notice, NOW)) {
      case Settles(Bill bill, Bill.Payment payment, boolean keepsSeat) ->
          application.pay(bill, payment, keepsSeat, PAYMENTS, NOW);
      case Keeps(var bill, var receipt, var why) ->
          application.keepMoney(bill, receipt, why, PAYMENTS, NOW);
      case TakesBack(var bill, var receipt, boolean paidNoMore) ->
          application.giveMoneyBack(bill, receipt, paidNoMore, PAYMENTS, NOW);
      case Settlement.OnNoBill _ -> application;
    };
  }

  private static PaymentNotification notice(Kind kind, long amount) {
    return notice("p1", kind, amount);
  }

  private static PaymentNotification notice(String payment, Kind kind, long amount) {
    return new PaymentNotification(
        "bank",
        "notice of " + payment,
        payment,
        BILL.code().value(),
        amount,
        PaymentNotification.NOT_TOLD,
        "IDR",
        kind,
        NOW,
        null,
        null);
  }

  private static Application paid(Application application) {
    return after(application, notice(Kind.PAID, FEE));
  }

  // ---- What it is ----

  @Test
  void whileItsSeatIsHeldItIsToBePaidUntilTheDeadline() {
    assertThat(now(held, NOW)).isEqualTo(new BillNow.Unpaid(BILL, DEADLINE));
    assertThat(now(held, DEADLINE.minusMillis(1))).isInstanceOf(BillNow.Unpaid.class);
    assertThat(now(held, DEADLINE)).isInstanceOf(BillNow.Expired.class);
  }

  @Test
  void whatIsPaidIsPaidAndWhatNobodyKnowsIsUnknown() {
    assertThat(now(paid(held), NOW)).isInstanceOf(BillNow.Paid.class);
    assertThat(BillNow.of(held.booking(), new BillingCode("800000000000009"), "bank", NOW))
        .isInstanceOf(BillNow.Unknown.class);
  }

  @Test
  void withoutASeatOrReplacedItIsOver() {
    assertThat(now(ready("siti").billed(BILL), NOW)).isInstanceOf(BillNow.Expired.class);
    assertThat(now(held.billed(bill("800000000000002", Lane.EXPRESS)), NOW))
        .isInstanceOf(BillNow.Expired.class);
  }

  @Test
  void whereAnotherAggregatorHasItsCodeItIsNotToBePaidHere() {
    Application coded = held.billNoted(coded(BILL));

    assertThat(now(coded, NOW)).isInstanceOf(BillNow.Unpaid.class);
    assertThat(BillNow.of(coded.booking(), BILL.code(), "other", NOW))
        .isInstanceOf(BillNow.Expired.class);
  }

  @Test
  void aSeatWhoseMoneyWentBackIsToBePaidForBeforeItsDay() {
    Application returned = after(paid(held), notice(Kind.TAKEN_BACK, FEE));
    Instant dayBegins = returned.booking().seat().orElseThrow().dayBegins();

    assertThat(now(returned, NOW)).isInstanceOf(BillNow.Unpaid.class);
    assertThat(now(returned, dayBegins)).isInstanceOf(BillNow.Expired.class);
  }

  // ---- Codes that are left over ----

  @Test
  void theCodeOfASeatThatIsHeldIsNoneTooMany() {
    assertThat(held.booking().hasStrayCode()).isFalse();
    assertThat(held.billNoted(coded(BILL)).booking().hasStrayCode()).isFalse();
  }

  @Test
  void onceItIsPaidOrReplacedItIsOneTooManyUntilItIsEnded() {
    Application coded = held.billNoted(coded(BILL));
    assertThat(paid(coded).booking().hasStrayCode()).isTrue();
    Application replaced = coded.billed(bill("800000000000002", Lane.EXPRESS));
    assertThat(replaced.booking().hasStrayCode()).isTrue();

    Bill stray = replaced.booking().bills().getFirst();
    PaymentCode code = stray.paymentCode();
    assertThat(code).isNotNull();
    assertThat(replaced.billNoted(stray.with(code.ended(NOW))).booking().hasStrayCode()).isFalse();
  }

  @Test
  void itsEndIsAskedForAtOnceAndOnlyIfThereIsOne() {
    World world = new World(NOW, new Faults());
    Seat seat = held.booking().seat().orElseThrow();

    StrayCodes.endSoon(world.deadlines, paid(held), seat);
    assertThat(world.deadlines.queue.waiting()).isEmpty();

    StrayCodes.endSoon(world.deadlines, paid(held.billNoted(coded(BILL))), seat);
    assertThat(world.deadlines.queue.takeArrived())
        .singleElement()
        .satisfies(message -> assertThat(message.hold()).isEqualTo(seat.hold()));
  }

  @Test
  void aQueueThatIsDownIsNoHarm() {
    Faults faults = new Faults().down("arm");
    World world = new World(NOW, faults);

    StrayCodes.endSoon(
        world.deadlines, paid(held.billNoted(coded(BILL))), held.booking().seat().orElseThrow());

    assertThat(world.deadlines.queue.waiting()).isEmpty();
  }

  // ---- What its person is told ----

  private static Event latest(Application application) {
    return application.timeline().recent().getLast().event();
  }

  @Test
  void eachPartThatGoesBackIsToldByItself() {
    Application part = after(paid(held), notice(Kind.TAKEN_BACK, 400_000));
    Application all = after(part, notice(Kind.TAKEN_BACK, 550_000));

    assertThat(latest(part)).isEqualTo(new Event.PaymentReturned(false, 400_000));
    assertThat(latest(all)).isEqualTo(new Event.PaymentReturned(true, 550_000));
  }

  @Test
  void whatGoesBackOfOnePaymentIsNotCountedAgainstAnother() {
    PaymentNotification second = notice("p2", Kind.PAID, FEE);
    Application twice = after(after(paid(held), second), notice(Kind.TAKEN_BACK, 400_000));

    Application back = after(twice, notice("p2", Kind.TAKEN_BACK, FEE));

    assertThat(latest(back)).isEqualTo(new Event.PaymentReturned(false, FEE));
  }

  @Test
  void aCodeThatIsThereIsToldAndOneThatIsOnlyAskedForIsNot() {
    Bill coded = coded(BILL);
    int entries = held.timeline().recent().size();

    Application noted = held.billNoted(coded);
    assertThat(noted.timeline().recent()).hasSize(entries);
    assertThat(noted.version()).isEqualTo(held.version() + 1);

    Application issued =
        held.codeIssued(coded, new PayOffer(PayChannel.QRIS, "bank", null), account("siti"), NOW);
    assertThat(latest(issued)).isEqualTo(new Event.PaymentCodeIssued(PayChannel.QRIS, "bank"));
    assertThat(issued.booking().bills()).containsExactly(coded);
  }

  @Test
  void severalStepsAreSavedAsOne() {
    Application twice = held.billNoted(coded(BILL)).billNoted(BILL).asOneStepFrom(held);

    assertThat(twice.version()).isEqualTo(held.version() + 1);
    assertThat(twice.revision()).isEqualTo(held.revision() + 1);
    assertThat(twice.booking()).isEqualTo(held.booking());
  }

  @Test
  void whatWasDecidedAboutMoneyIsTold() {
    Application resolved = held.moneyResolved(BILL, Resolution.Action.REFUND, 5, PAYMENTS, NOW);

    assertThat(latest(resolved)).isEqualTo(new Event.PaymentResolved(Resolution.Action.REFUND, 5));
  }

  // ---- What its office takes as it is ----

  @Test
  void onlyMoneyOfAnotherAmountThatIsStillHereCanBeAccepted() {
    PaymentNotification little = notice(Kind.PAID, FEE - 1);
    Application kept = after(held, little);

    assertThat(Settlement.accepted(kept.booking(), little, NOW))
        .hasValueSatisfying(
            settles -> {
              assertThat(settles.keepsSeat()).isTrue();
              assertThat(settles.payment().paymentId()).isEqualTo("p1");
              assertThat(settles.bill().receipts())
                  .singleElement()
                  .satisfies(receipt -> assertThat(receipt.why()).isNull());
            });
    assertThat(Settlement.accepted(held.booking(), little, NOW)).as("never came").isEmpty();
    Application partly = after(kept, notice(Kind.TAKEN_BACK, 5));
    assertThat(Settlement.accepted(partly.booking(), little, NOW)).as("went back").isEmpty();
    assertThat(Settlement.accepted(kept.booking(), notice(Kind.TAKEN_BACK, FEE - 1), NOW))
        .as("no money")
        .isEmpty();
  }

  @Test
  void whatIsPaidOrNobodysIsAcceptedForNothing() {
    PaymentNotification little = notice(Kind.PAID, FEE - 1);
    Application kept = after(held, little);
    Application paidToo = after(kept, notice("p2", Kind.PAID, FEE));

    assertThat(paidToo.booking().paid()).isTrue();
    assertThat(Settlement.accepted(paidToo.booking(), little, NOW)).isEmpty();
    assertThat(kept.booking().bills().getFirst().receipts().getFirst().why())
        .isEqualTo(ExceptionReason.WRONG_AMOUNT);
  }
}

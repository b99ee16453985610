package id.antrean.domain.payment;

import static id.antrean.domain.payment.Notices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.Bill.State;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Its code, its fee and its day for ever; of money, one line a payment and not without end. */
class WhatABillKeepsTest {
  private static final BillingCode CODE = new BillingCode("820261123000001");
  private static final Fee FEE =
      new Fee(
          List.of(
              new Fee.Line(Tariffs.Item.ELECTRONIC_10, 950_000),
              new Fee.Line(Tariffs.Item.EXPRESS, 1_000_000)));
  private static final Bill ISSUED = Bill.issue(CODE, FEE, NOW);
  private static final Bill.Payment PAYMENT =
      new Bill.Payment("bank", "p1", "QRIS", NOW, "0123456789ABCDEF");

  private static Receipt receipt(String payment, long amount) {
    return new Receipt("bank", payment, amount, "IDR", NOW, ExceptionReason.WRONG_AMOUNT, 0);
  }

  private static Bill with(int receipts) {
    return IntStream.range(0, receipts)
        .mapToObj(i -> receipt("kept-" + i, 1))
        .reduce(ISSUED, Bill::with, (former, latter) -> latter);
  }

  // ---- Its life ----

  @Test
  void aBillIsOpenAndUnpaidWhenItIsIssued() {
    assertThat(ISSUED.state()).isEqualTo(State.OPEN);
    assertThat(ISSUED.payment()).isNull();
    assertThat(ISSUED.receipts()).isEmpty();
    assertThat(ISSUED.issuedAt()).isEqualTo(NOW);
  }

  @Test
  void itsAmountIsTheSumOfItsLines() {
    assertThat(ISSUED.amount()).isEqualTo(1_950_000);
  }

  @Test
  void moneyThatSettlesItStaysOnIt() {
    Bill paid = ISSUED.paid(PAYMENT);

    assertThat(paid.state()).isEqualTo(State.PAID);
    assertThat(paid.payment()).isEqualTo(PAYMENT);
  }

  @Test
  void moneyThatWasTakenBackIsOnItNoMore() {
    Bill unpaid = ISSUED.paid(PAYMENT).unpaid(State.VOID);

    assertThat(unpaid.state()).isEqualTo(State.VOID);
    assertThat(unpaid.payment()).isNull();
  }

  @Test
  void aReplacedBillMayCountAgain() {
    assertThat(ISSUED.voided().state()).isEqualTo(State.VOID);
    assertThat(ISSUED.voided().reopened()).isEqualTo(ISSUED);
  }

  @Test
  void whateverHappensItKeepsItsCodeItsFeeItsDayAndWhatIsOnRecord() {
    Bill kept = ISSUED.with(receipt("p2", 1));

    assertThat(
            List.of(
                kept.voided(),
                kept.reopened(),
                kept.paid(PAYMENT),
                kept.paid(PAYMENT).unpaid(State.OPEN),
                kept.paid(PAYMENT).voided(),
                kept.with(receipt("p2", 1))))
        .allSatisfy(
            it -> {
              assertThat(it.code()).isEqualTo(CODE);
              assertThat(it.fee()).isEqualTo(FEE);
              assertThat(it.issuedAt()).isEqualTo(NOW);
              assertThat(it.receipts()).containsExactly(receipt("p2", 1));
            });
  }

  // ---- Whose money it is ----

  @Test
  void itIsPaidByTheSendersPaymentAndNoOther() {
    Bill paid = ISSUED.paid(PAYMENT);

    assertThat(paid.isPaidBy(Notices.of("p1"))).isTrue();
    assertThat(paid.isPaidBy(Notices.of("p2"))).isFalse();
    assertThat(
            ISSUED
                .paid(new Bill.Payment("other", "p1", null, NOW, null))
                .isPaidBy(Notices.of("p1")))
        .isFalse();
    assertThat(ISSUED.isPaidBy(Notices.of("p1"))).as("before it is paid").isFalse();
  }

  @Test
  void aPaymentHasOneLineHoweverOftenItIsSpokenOf() {
    Bill kept = ISSUED.with(receipt("p1", 1)).with(receipt("p2", 2)).with(receipt("p1", 3));

    assertThat(kept.receipts()).containsExactly(receipt("p1", 3), receipt("p2", 2));
    assertThat(kept.receiptOf(Notices.of("p1"))).contains(receipt("p1", 3));
    assertThat(kept.receiptOf(Notices.of("p3"))).isEmpty();
  }

  @Test
  void twoSendersPaymentsOfTheSameIdAreTwo() {
    Receipt others = new Receipt("other", "p1", 2, "IDR", NOW, null, 0);

    assertThat(ISSUED.with(receipt("p1", 1)).with(others).receipts())
        .containsExactly(receipt("p1", 1), others);
    assertThat(ISSUED.with(others).receiptOf(Notices.of("p1"))).isEmpty();
  }

  // ---- How much of it ----

  @Test
  void thereIsRoomForSixteenPayments() {
    assertThat(with(15).hasRoomFor(Notices.of("new"))).isTrue();
    assertThat(with(16).hasRoomFor(Notices.of("new"))).isFalse();
    assertThat(with(16).hasRoomFor(Notices.of("kept-3"))).as("one that has its line").isTrue();
  }

  /** That settled money went back is put down even where there is no room. */
  @Test
  void theOldestLineGivesWayToOneThatHasToBePutDown() {
    Bill full = with(16).with(receipt("new", 9));

    assertThat(full.receipts())
        .hasSize(Bill.MOST_RECEIPTS)
        .endsWith(receipt("new", 9))
        .doesNotContain(receipt("kept-0", 1))
        .startsWith(receipt("kept-1", 1));
  }

  @Test
  void aLineThatIsRewrittenPushesNoneOut() {
    assertThat(with(16).with(receipt("kept-3", 9)).receipts())
        .hasSize(16)
        .startsWith(receipt("kept-0", 1))
        .contains(receipt("kept-3", 9));
  }

  // ---- How it was paid, for people ----

  @Test
  void theWayItWasPaidIsShownInFortyPlainCharacters() {
    assertThat(new Bill.Payment("bank", "p1", "qr\u202Eis\n", NOW, null).channel())
        .isEqualTo("qris");
    assertThat(new Bill.Payment("bank", "p1", "x".repeat(41), NOW, null).channel())
        .isEqualTo("x".repeat(40));
    assertThat(new Bill.Payment("bank", "p1", null, NOW, null).channel()).isNull();
  }
}

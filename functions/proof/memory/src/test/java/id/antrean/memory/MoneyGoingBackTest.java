package id.antrean.memory;

import static id.antrean.memory.HeldSeats.bill;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.settlement.Settlement;
import id.antrean.domain.settlement.Settlement.Exceptional;
import id.antrean.domain.settlement.Settlement.Keeps;
import id.antrean.domain.settlement.Settlement.Nothing;
import id.antrean.domain.settlement.Settlement.Settles;
import id.antrean.domain.settlement.Settlement.TakesBack;
import org.junit.jupiter.api.Test;

/** What it means for a bill that money was taken back. */
class MoneyGoingBackTest {
  private static final long FEE = 950_000;
  private static final Actor PAYMENTS = new Actor.Service("payments");
  private static final Bill BILL = bill("800000000000001", Lane.REGULAR);

  private final Application ready = ready("siti").billed(BILL);
  private final Application paid = after(ready, notice(Kind.PAID, "p1", FEE));

  private static PaymentNotification notice(Kind kind, String payment, long amount) {
    return notice(kind, payment, amount, PaymentNotification.NOT_TOLD);
  }

  private static PaymentNotification notice(
      Kind kind, String payment, long amount, long returnedInAll) {
    return new PaymentNotification(
        "bank",
        "notice of " + payment,
        payment,
        BILL.code().value(),
        amount,
        returnedInAll,
        "IDR",
        kind,
        NOW,
        null,
        null);
  }

  private static PaymentNotification back(String payment, long amount) {
    return notice(Kind.TAKEN_BACK, payment, amount);
  }

  private static Settlement of(Application application, PaymentNotification notification) {
    return Settlement.of(application.booking(), notification, NOW.plusSeconds(9));
  }

  /** The application once the notice is counted. */
  private static Application after(Application application, PaymentNotification notification) {
    return switch (of(application, notification)) {
      case Settles it -> application.pay(it.bill(), it.payment(), it.keepsSeat(), PAYMENTS, NOW);
      case Keeps it -> application.keepMoney(it.bill(), it.receipt(), it.why(), PAYMENTS, NOW);
      case TakesBack it ->
          application.giveMoneyBack(it.bill(), it.receipt(), it.paidNoMore(), PAYMENTS, NOW);
      case Nothing _, Exceptional _ -> application;
    };
  }

  private static Bill billOf(Application application) {
    return application.booking().bills().stream()
        .filter(bill -> bill.code().equals(BILL.code()))
        .findFirst()
        .orElseThrow();
  }

  private static TakesBack takesBack(Application application, PaymentNotification notification) {
    return (TakesBack) of(application, notification);
  }

  @Test
  void whenAllOfItGoesBackTheBillIsOpenAgain() {
    TakesBack all = takesBack(paid, back("p1", FEE));

    assertThat(all.paidNoMore()).isTrue();
    assertThat(all.receipt())
        .isEqualTo(new Receipt("bank", "p1", FEE, "IDR", NOW.plusSeconds(9), null, FEE));
    assertThat(all.bill().state()).isEqualTo(Bill.State.OPEN);
    assertThat(all.bill().payment()).isNull();
    assertThat(all.bill().receipts()).containsExactly(all.receipt());
  }

  @Test
  void whoChoseNoSeatYetHasToPayAgain() {
    assertThat(paid.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(after(paid, back("p1", FEE)).status()).isEqualTo(Status.READY);
    assertThat(after(paid, back("p1", FEE - 1)).status()).isEqualTo(Status.PAID_UNSCHEDULED);
  }

  @Test
  void whatWentBackIsToldWithItsAmount() {
    assertThat(lastEntry(after(paid, back("p1", FEE))))
        .isEqualTo(new Event.PaymentReturned(true, 950_000));
    assertThat(lastEntry(after(paid, back("p1", 400_000))))
        .isEqualTo(new Event.PaymentReturned(false, 400_000));
  }

  private static Event lastEntry(Application application) {
    return application.timeline().recent().getLast().event();
  }

  @Test
  void whileAnotherBillIsOpenTheFormerOneStaysReplaced() {
    Application withAnother = paid.billed(bill("800000000000002", Lane.EXPRESS));

    assertThat(takesBack(withAnother, back("p1", FEE)).bill().state()).isEqualTo(Bill.State.VOID);
  }

  @Test
  void aPartOfItLeavesTheBillPaid() {
    TakesBack part = takesBack(paid, back("p1", FEE - 1));

    assertThat(part.paidNoMore()).isFalse();
    assertThat(part.bill().state()).isEqualTo(Bill.State.PAID);
    assertThat(part.receipt().returned()).isEqualTo(FEE - 1);
  }

  @Test
  void partsAddUp() {
    Application part = after(paid, back("p1", 400_000));
    TakesBack rest = takesBack(part, back("p1", 550_000));

    assertThat(rest.receipt().returned()).isEqualTo(FEE);
    assertThat(rest.paidNoMore()).isTrue();
    assertThat(rest.bill().receipts()).hasSize(1);
  }

  @Test
  void noMoreGoesBackThanCame() {
    TakesBack withAFeeOnTop = takesBack(paid, back("p1", FEE + 4_000));

    assertThat(withAFeeOnTop.receipt().returned()).isEqualTo(FEE);
    assertThat(takesBack(after(paid, back("p1", 1)), back("p1", Long.MAX_VALUE)).receipt())
        .extracting(Receipt::returned)
        .isEqualTo(FEE);
  }

  @Test
  void whereTheSenderTellsTheSumItIsTheSum() {
    Application part = after(paid, back("p1", 400_000));

    assertThat(takesBack(part, notice(Kind.TAKEN_BACK, "p1", 550_000, 600_000)).receipt())
        .extracting(Receipt::returned)
        .isEqualTo(600_000L);
    assertThat(of(part, notice(Kind.TAKEN_BACK, "p1", 100_000, 300_000)))
        .as("an older notice that comes late")
        .isEqualTo(new Nothing());
    assertThat(takesBack(part, notice(Kind.TAKEN_BACK, "p1", 100_000, 0)).receipt())
        .extracting(Receipt::returned)
        .isEqualTo(500_000L);
  }

  @Test
  void theSameSumToldAgainIsNothingNew() {
    PaymentNotification inAll = notice(Kind.TAKEN_BACK, "p1", 400_000, 400_000);

    assertThat(of(after(paid, inAll), inAll)).isEqualTo(new Nothing());
    assertThat(of(after(paid, back("p1", FEE)), back("p1", FEE))).isEqualTo(new Nothing());
  }

  @Test
  void thatMoneyWentBackWithoutAnAmountIsAPersonsToLookAt() {
    Exceptional unclear = new Exceptional(ExceptionReason.TAKEN_BACK);

    assertThat(of(paid, back("p1", 0))).isEqualTo(unclear);
    assertThat(of(paid, back("p1", -1))).isEqualTo(unclear);
    assertThat(of(paid, notice(Kind.TAKEN_BACK, "p1", 0, 0))).isEqualTo(unclear);
    assertThat(of(paid, notice(Kind.TAKEN_BACK, "p1", -1, 1))).isInstanceOf(TakesBack.class);
    assertThat(of(paid, back("p1", 1))).isInstanceOf(TakesBack.class);
  }

  @Test
  void moneyThatGoesBeforeItIsToldToHaveComeIsRemembered() {
    Application gone = after(ready, back("p1", FEE));
    Receipt known = new Receipt("bank", "p1", 0, "IDR", NOW.plusSeconds(9), null, FEE);

    assertThat(billOf(gone).receipts()).containsExactly(known);
    assertThat(billOf(gone).state()).isEqualTo(Bill.State.OPEN);
    assertThat(of(gone, notice(Kind.PAID, "p1", FEE)))
        .isInstanceOfSatisfying(
            Keeps.class, it -> assertThat(it.why()).isEqualTo(ExceptionReason.TAKEN_BACK));
    assertThat(of(gone, notice(Kind.PAID, "p2", FEE)))
        .as("another payment")
        .isInstanceOf(Settles.class);
  }

  @Test
  void whatWentBackOfMoneyThatSettledNothingIsDueNoMore() {
    Application tooLittle = after(ready, notice(Kind.PAID, "p1", 900_000));
    TakesBack part = takesBack(tooLittle, back("p1", 500_000));

    assertThat(billOf(tooLittle).receipts().getFirst().due()).isEqualTo(900_000);
    assertThat(part.paidNoMore()).isFalse();
    assertThat(part.receipt().due()).isEqualTo(400_000);
    assertThat(part.bill().receipts()).containsExactly(part.receipt());
    assertThat(takesBack(tooLittle, back("p1", FEE)).paidNoMore()).isFalse();
  }

  @Test
  void aPaymentThatFailedAfterItHadComeIsGoneAsAWhole() {
    assertThat(takesBack(paid, notice(Kind.FAILED, "p1", 1)))
        .isEqualTo(takesBack(paid, back("p1", FEE)));
    Application tooLittle = after(ready, notice(Kind.PAID, "p1", 900_000));
    assertThat(takesBack(tooLittle, notice(Kind.FAILED, "p1", 1)).receipt().returned())
        .isEqualTo(900_000);
  }

  @Test
  void thatAnotherPaymentFailedSaysNothing() {
    assertThat(of(paid, notice(Kind.FAILED, "p2", FEE))).isEqualTo(new Nothing());
    Application onlyItsGoingIsKnown = after(ready, back("p1", 1));
    assertThat(of(onlyItsGoingIsKnown, notice(Kind.FAILED, "p1", FEE))).isEqualTo(new Nothing());
  }

  @Test
  void aFullListOfPaymentsTakesNoOtherButThatTheBillIsPaidNoMore() {
    Application full = paid;
    for (int i = 0; i < Bill.MOST_RECEIPTS; i++) {
      full = after(full, notice(Kind.PAID, "more-" + i, 1 + i));
    }
    Application kept = full;

    assertThat(of(kept, back("one-too-many", 1)))
        .isEqualTo(new Exceptional(ExceptionReason.TAKEN_BACK));
    assertThat(of(kept, back("more-3", 1))).isInstanceOf(TakesBack.class);
    assertThat(takesBack(kept, back("p1", FEE)).bill().receipts())
        .hasSize(Bill.MOST_RECEIPTS)
        .last()
        .extracting(Receipt::paymentId)
        .isEqualTo("p1");
  }
}

package id.antrean.memory;

import static id.antrean.memory.HeldSeats.bill;
import static id.antrean.memory.HeldSeats.held;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which money settles a bill, and what is said of the money that does not. */
class MoneyComingInTest {
  private static final long FEE = 950_000;
  private static final Bill BILL = bill("800000000000001", Lane.REGULAR);
  private static final Actor PAYMENTS = new Actor.Service("payments");

  private final Application held = held(ready("siti")).billed(BILL);

  private static PaymentNotification comes(String payment, long amount) {
    return comes(payment, amount, PaymentNotification.NOT_TOLD, "IDR");
  }

  private static PaymentNotification comes(
      String payment, long amount, long returnedInAll, String currency) {
    return notice(BILL, Kind.PAID, payment, amount, returnedInAll, currency);
  }

  private static PaymentNotification notice(
      Bill bill, Kind kind, String payment, long amount, long returnedInAll, String currency) {
    return new PaymentNotification(
        "bank",
        "notice of " + payment,
        payment,
        bill.code().value(),
        amount,
        returnedInAll,
        currency,
        kind,
        NOW.plusSeconds(7),
        "bank_transfer",
        "NTPN000000000001");
  }

  private static Settlement of(Application application, PaymentNotification notification) {
    return Settlement.of(application.booking(), notification, NOW.plusSeconds(9));
  }

  private static Application settled(Application application, PaymentNotification notification) {
    Settles settles = (Settles) of(application, notification);
    return application.pay(
        settles.bill(), settles.payment(), settles.keepsSeat(), PAYMENTS, NOW.plusSeconds(9));
  }

  /** The bill's payer sees it, once. */
  private static void isKept(Settlement settlement, Receipt receipt) {
    assertThat(settlement)
        .isInstanceOfSatisfying(
            Keeps.class,
            it -> {
              assertThat(it.why()).isEqualTo(receipt.why());
              assertThat(it.receipt()).isEqualTo(receipt);
              assertThat(it.bill().receipts()).containsExactly(receipt);
            });
  }

  @Test
  void theRightAmountSettlesTheBillAndKeepsTheSeat() {
    assertThat(of(held, comes("p1", FEE)))
        .isEqualTo(
            new Settles(
                BILL,
                new Bill.Payment(
                    "bank", "p1", "bank_transfer", NOW.plusSeconds(7), "NTPN000000000001"),
                true));
  }

  @Test
  void aSecondNoticeOfThePaymentThatSettledSaysNothingNew() {
    Application paid = settled(held, comes("p1", FEE));

    assertThat(of(paid, comes("p1", FEE))).isEqualTo(new Nothing());
    assertThat(of(paid, comes("p1", FEE + 1))).isEqualTo(new Nothing());
  }

  @Test
  void anotherPaymentOfAPaidBillIsKept() {
    Application paid = settled(held, comes("p1", FEE));
    Receipt second =
        new Receipt("bank", "p2", FEE, "IDR", NOW.plusSeconds(9), ExceptionReason.ALREADY_PAID, 0);

    isKept(of(paid, comes("p2", FEE)), second);
  }

  @Test
  void thatTwoSendersCallAPaymentAlikeDoesNotMakeItOne() {
    Application paid = settled(held, comes("p1", FEE));
    PaymentNotification elsewhere =
        new PaymentNotification(
            "giro", "n", "p1", BILL.code().value(), FEE, -1, "IDR", Kind.PAID, NOW, null, null);

    assertThat(of(paid, elsewhere))
        .isInstanceOfSatisfying(
            Keeps.class, it -> assertThat(it.why()).isEqualTo(ExceptionReason.ALREADY_PAID));
  }

  static Stream<PaymentNotification> wrongMoney() {
    return Stream.of(comes("p1", FEE - 1), comes("p1", FEE + 1), comes("p1", 0), comes("p1", -1));
  }

  @ParameterizedTest
  @MethodSource("wrongMoney")
  void anyOtherAmountIsKeptForItsPayer(PaymentNotification money) {
    Receipt receipt =
        new Receipt(
            "bank",
            "p1",
            Math.max(0, money.amount()),
            "IDR",
            NOW.plusSeconds(9),
            ExceptionReason.WRONG_AMOUNT,
            0);

    isKept(of(held, money), receipt);
  }

  @Test
  void aWrongAmountThatIsToldTwiceIsKeptOnce() {
    Keeps kept = (Keeps) of(held, comes("p1", FEE - 1));
    Application after =
        held.keepMoney(kept.bill(), kept.receipt(), kept.why(), PAYMENTS, NOW.plusSeconds(9));

    assertThat(of(after, comes("p1", FEE - 1))).isEqualTo(new Nothing());
    assertThat(of(after, comes("p1", FEE))).isInstanceOf(Settles.class);
  }

  @Test
  void theRightNumberOfAnotherMoneyIsNotTheAmount() {
    assertThat(of(held, comes("p1", FEE, -1, "USD")))
        .isInstanceOfSatisfying(
            Keeps.class,
            it -> {
              assertThat(it.why()).isEqualTo(ExceptionReason.WRONG_CURRENCY);
              assertThat(it.receipt().currency()).isEqualTo("USD");
            });
  }

  @Test
  void moneyThatAllWentBackAlreadySettlesNothing() {
    for (long returned : new long[] {FEE, FEE + 1}) {
      assertThat(of(held, comes("p1", FEE, returned, "IDR")))
          .isInstanceOfSatisfying(
              Keeps.class,
              it -> {
                assertThat(it.why()).isEqualTo(ExceptionReason.TAKEN_BACK);
                assertThat(it.receipt().returned()).isEqualTo(FEE);
                assertThat(it.receipt().due()).isZero();
              });
    }
  }

  @Test
  void moneyOfWhichAPartWentBackSettlesAndThePartIsPutDown() {
    Receipt partly = new Receipt("bank", "p1", FEE, "IDR", NOW.plusSeconds(9), null, FEE - 1);

    assertThat(of(held, comes("p1", FEE, FEE - 1, "IDR")))
        .isInstanceOfSatisfying(
            Settles.class, it -> assertThat(it.bill().receipts()).containsExactly(partly));
  }

  @Test
  void thatNothingWentBackIsNotPutDown() {
    assertThat(of(held, comes("p1", FEE, 0, "IDR")))
        .isInstanceOfSatisfying(Settles.class, it -> assertThat(it.bill()).isEqualTo(BILL));
  }

  @Test
  void moneyForACancelledApplicationIsKept() {
    Application cancelled = held.cancel(account("siti"), NOW);

    assertThat(of(cancelled, comes("p1", FEE)))
        .isInstanceOfSatisfying(
            Keeps.class,
            it -> assertThat(it.why()).isEqualTo(ExceptionReason.APPLICATION_CANCELLED));
  }

  @Test
  void moneyForALaneThatWasLeftKeepsNoSeat() {
    Application moved = held.billed(bill("800000000000002", Lane.EXPRESS));

    assertThat(of(moved, comes("p1", FEE)))
        .isInstanceOfSatisfying(Settles.class, it -> assertThat(it.keepsSeat()).isFalse());
  }

  @Test
  void aSeatWhoseMoneyWentBackIsPaidAgainByItsOwnFeeOnly() {
    Application confirmed = settled(held, comes("p1", FEE));
    Settlement.TakesBack back =
        (Settlement.TakesBack) of(confirmed, notice(BILL, Kind.TAKEN_BACK, "p1", FEE, FEE, "IDR"));
    Application unpaid = confirmed.giveMoneyBack(back.bill(), back.receipt(), true, PAYMENTS, NOW);

    assertThat(of(unpaid, comes("p2", FEE)))
        .isInstanceOfSatisfying(Settles.class, it -> assertThat(it.keepsSeat()).isTrue());
    Bill express = bill("800000000000002", Lane.EXPRESS);
    Application withAnOldBill = unpaid.billed(express).billed(back.bill());
    assertThat(of(withAnOldBill, notice(express, Kind.PAID, "p2", express.amount(), -1, "IDR")))
        .isInstanceOfSatisfying(
            Keeps.class, it -> assertThat(it.why()).isEqualTo(ExceptionReason.WRONG_AMOUNT));
  }

  @Test
  void moneyThatComesWhileTheHoldIsOverOrThePapersAreOpenSettles() {
    Application ready = Samples.expired(held, PAYMENTS, NOW);

    assertThat(of(ready, comes("p1", FEE))).isInstanceOf(Settles.class);
    assertThat(of(draft("siti").billed(BILL), comes("p1", FEE))).isInstanceOf(Settles.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PENDING", "EXPIRED", "FAILED"})
  void thatNoMoneyCameSaysNothing(Kind kind) {
    assertThat(of(held, notice(BILL, kind, "p1", FEE, -1, "IDR"))).isEqualTo(new Nothing());
  }

  @Test
  void moneyForABillThatIsNobodysIsAPersonsToLookAt() {
    Bill unknown = bill("800000000000009", Lane.REGULAR);

    for (Kind kind : Kind.values()) {
      boolean moved = kind == Kind.PAID || kind == Kind.TAKEN_BACK;
      assertThat(of(held, notice(unknown, kind, "p1", FEE, -1, "IDR")))
          .as("%s", kind)
          .isEqualTo(moved ? new Exceptional(ExceptionReason.UNKNOWN_BILL) : new Nothing());
    }
  }

  @Test
  void aBillTellsOfSixteenPaymentsAndThePersonsListOfTheOthers() {
    Application application = settled(held, comes("p1", FEE));
    for (int i = 0; i < Bill.MOST_RECEIPTS; i++) {
      Keeps kept = (Keeps) of(application, comes("more-" + i, FEE));
      application = application.keepMoney(kept.bill(), kept.receipt(), kept.why(), PAYMENTS, NOW);
    }

    assertThat(of(application, comes("one-too-many", FEE)))
        .isEqualTo(new Exceptional(ExceptionReason.ALREADY_PAID));
    assertThat(of(application, comes("more-0", FEE))).isEqualTo(new Nothing());
    assertThat(of(application, comes("more-0", FEE + 1)))
        .as("what is on record of a payment can still change")
        .isInstanceOfSatisfying(
            Keeps.class, it -> assertThat(it.bill().receipts()).hasSize(Bill.MOST_RECEIPTS));
  }
}

package id.antrean.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.settlement.TreasuryReconciliation.Finding;
import id.antrean.domain.settlement.TreasuryReconciliation.OneTooMany;
import id.antrean.domain.settlement.TreasuryReconciliation.OtherAmount;
import id.antrean.domain.settlement.TreasuryReconciliation.Proof;
import id.antrean.domain.settlement.TreasuryReconciliation.TreasuryOnly;
import id.antrean.domain.settlement.TreasuryReconciliation.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rupiah is taken by a sender and received by the treasury. */
class TreasuryReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final String BILL = "820261127000001";

  private static ListedPayment receipt(String ntpn, long amount) {
    return new ListedPayment(ntpn, BILL, amount, "IDR", NOW, ntpn);
  }

  private static ListedPayment receipt(String ntpn, long amount, int minute) {
    return new ListedPayment(ntpn, BILL, amount, "IDR", NOW.plus(Duration.ofMinutes(minute)), ntpn);
  }

  private static NoticeRow told(
      String payment,
      long amount,
      Kind kind,
      State state,
      @Nullable ExceptionReason why,
      @Nullable String ntpn) {
    return new NoticeRow(
        new NoticeId(BILL, "bank", "e-" + payment + kind + state),
        payment,
        kind,
        amount,
        "IDR",
        state,
        why,
        null,
        ntpn,
        NOW,
        NOW);
  }

  private static NoticeRow settled(String payment, long amount) {
    return told(payment, amount, Kind.PAID, State.SETTLED, null, null);
  }

  private static NoticeRow paidAgain(String payment, long amount) {
    return told(payment, amount, Kind.PAID, State.EXCEPTION, ExceptionReason.ALREADY_PAID, null);
  }

  private static NoticeRow back(String payment, long amount) {
    return told(
        payment, amount, Kind.TAKEN_BACK, State.EXCEPTION, ExceptionReason.TAKEN_BACK, null);
  }

  private static List<Finding> findings(List<ListedPayment> receipts, NoticeRow... told) {
    return TreasuryReconciliation.of(receipts, List.of(told)).findings();
  }

  private static List<NoticeRow> unproved(List<ListedPayment> receipts, NoticeRow... told) {
    return TreasuryReconciliation.of(receipts, List.of(told)).unproved();
  }

  @Test
  void aReceiptOfWhatASenderTookProvesIt() {
    assertThat(findings(List.of(receipt("N1", 5)), settled("p1", 5)))
        .containsExactly(new Proof(receipt("N1", 5), settled("p1", 5)));
    assertThat(unproved(List.of(receipt("N1", 5)), settled("p1", 5))).isEmpty();
  }

  @Test
  void eachReceiptProvesOnePaymentTheOldestTheOldest() {
    List<ListedPayment> receipts =
        List.of(receipt("N3", 5, 3), receipt("N2", 5, 2), receipt("N1", 5, 1));

    assertThat(findings(receipts, paidAgain("p2", 5), settled("p1", 5)))
        .containsExactly(
            new Proof(receipt("N1", 5, 1), settled("p1", 5)),
            new Proof(receipt("N2", 5, 2), paidAgain("p2", 5)),
            new OneTooMany(receipt("N3", 5, 3)));
  }

  @Test
  void aNumberThatItsSenderToldIsOfThatPaymentAndOfNoOther() {
    NoticeRow numbered =
        told("p2", 5, Kind.PAID, State.EXCEPTION, ExceptionReason.ALREADY_PAID, "N1");

    assertThat(findings(List.of(receipt("N1", 5), receipt("N2", 5)), settled("p1", 5), numbered))
        .containsExactly(
            new Proof(receipt("N1", 5), numbered), new Proof(receipt("N2", 5), settled("p1", 5)));
    assertThat(findings(List.of(receipt("N2", 5)), numbered))
        .as("another number than was told")
        .containsExactly(new OneTooMany(receipt("N2", 5)));
    assertThat(unproved(List.of(receipt("N2", 5)), numbered)).containsExactly(numbered);
  }

  /** Several notices of one payment are one payment. */
  @Test
  void whatWasToldTwiceIsProvedOnce() {
    assertThat(
            findings(
                List.of(receipt("N1", 5), receipt("N2", 5)), settled("p1", 5), paidAgain("p1", 5)))
        .containsExactly(
            new Proof(receipt("N1", 5), settled("p1", 5)), new OneTooMany(receipt("N2", 5)));
  }

  @Test
  void moneyThatNobodyToldOfIsTheTreasurysOnly() {
    assertThat(findings(List.of(receipt("N1", 5))))
        .containsExactly(new TreasuryOnly(receipt("N1", 5)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PENDING", "EXPIRED"})
  void whatSaysOfNoMoneyDoesNotHideIt(Kind kind) {
    assertThat(findings(List.of(receipt("N1", 5)), told("p1", 5, kind, State.NOTED, null, null)))
        .containsExactly(new TreasuryOnly(receipt("N1", 5)));
  }

  @Test
  void whatItsSenderNeverConfirmedIsNoMoney() {
    assertThat(
            findings(
                List.of(receipt("N1", 5)),
                told(
                    "p1",
                    5,
                    Kind.PAID,
                    State.EXCEPTION,
                    ExceptionReason.NOT_CONFIRMED_BY_SENDER,
                    null)))
        .containsExactly(new TreasuryOnly(receipt("N1", 5)));
  }

  /** Neither a proof, which would be of nothing yet, nor money that nobody told of. */
  @Test
  void whatWaitsForItsSenderIsUnclear() {
    assertThat(
            findings(
                List.of(receipt("N1", 5)), told("p1", 5, Kind.PAID, State.RECEIVED, null, null)))
        .containsExactly(new Unclear(receipt("N1", 5)));
  }

  @Test
  void anotherAmountThanWasToldIsADifference() {
    assertThat(findings(List.of(receipt("N1", 6)), settled("p1", 5)))
        .containsExactly(new OtherAmount(receipt("N1", 6)));
    assertThat(unproved(List.of(receipt("N1", 6)), settled("p1", 5)))
        .containsExactly(settled("p1", 5));
  }

  /** Its sender may have passed on what was left of it, or nothing. */
  @Test
  void whatWentBackIsOwedToNobodyAndAReceiptOfTheRestIsUnclear() {
    assertThat(findings(List.of(receipt("N1", 3)), settled("p1", 5), back("p1", 2)))
        .containsExactly(new Unclear(receipt("N1", 3)));
    assertThat(unproved(List.of(), settled("p1", 5), back("p1", 5))).isEmpty();
    assertThat(unproved(List.of(), settled("p1", 5), back("p0", 5)))
        .containsExactly(settled("p1", 5));
  }
}

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rupiah is taken by a sender and received by the treasury. */
class TreasuryReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final String BILL = "820261127000001";

  private static ListedPayment receipt(String ntpn, long amount) {
    return new ListedPayment(ntpn, BILL, amount, "IDR", NOW, ntpn);
  }

  private static NoticeRow told(
      String sender, String payment, long amount, Kind kind, State state) {
    return new NoticeRow(
        new NoticeId(BILL, sender, "e-" + payment + kind),
        payment,
        kind,
        amount,
        "IDR",
        state,
        state == State.EXCEPTION ? ExceptionReason.ALREADY_PAID : null,
        null,
        null,
        NOW,
        NOW);
  }

  private static NoticeRow settled(String sender, String payment, long amount) {
    return told(sender, payment, amount, Kind.PAID, State.SETTLED);
  }

  private static List<Finding> findings(List<ListedPayment> receipts, NoticeRow... told) {
    return TreasuryReconciliation.of(receipts, List.of(told));
  }

  @Test
  void aReceiptOfWhatASenderTookProvesIt() {
    assertThat(findings(List.of(receipt("N1", 5)), settled("bank", "p1", 5)))
        .containsExactly(new Proof(receipt("N1", 5)));
  }

  @Test
  void eachReceiptProvesOnePayment() {
    assertThat(
            findings(
                List.of(receipt("N1", 5), receipt("N2", 5), receipt("N3", 5)),
                settled("bank", "p1", 5),
                told("shop", "p1", 5, Kind.PAID, State.EXCEPTION)))
        .containsExactly(
            new Proof(receipt("N1", 5)),
            new Proof(receipt("N2", 5)),
            new OneTooMany(receipt("N3", 5)));
  }

  /** Several notices of one payment are one payment. */
  @Test
  void whatWasToldTwiceIsProvedOnce() {
    assertThat(
            findings(
                List.of(receipt("N1", 5), receipt("N2", 5)),
                settled("bank", "p1", 5),
                settled("bank", "p1", 5)))
        .containsExactly(new Proof(receipt("N1", 5)), new OneTooMany(receipt("N2", 5)));
  }

  @Test
  void moneyThatNobodyToldOfIsTheTreasurysOnly() {
    assertThat(findings(List.of(receipt("N1", 5))))
        .containsExactly(new TreasuryOnly(receipt("N1", 5)));
  }

  @ParameterizedTest
  @CsvSource({"PENDING, NOTED", "FAILED, NOTED", "EXPIRED, NOTED", "TAKEN_BACK, EXCEPTION"})
  void whatSaysOfNoMoneyDoesNotHideIt(Kind kind, State state) {
    assertThat(findings(List.of(receipt("N1", 5)), told("bank", "p1", 5, kind, state)))
        .containsExactly(new TreasuryOnly(receipt("N1", 5)));
  }

  /** Else it would be taken in twice, once when its sender agrees. */
  @Test
  void whatWaitsForItsSenderIsProvedToo() {
    assertThat(
            findings(List.of(receipt("N1", 5)), told("asked", "p1", 5, Kind.PAID, State.RECEIVED)))
        .containsExactly(new Proof(receipt("N1", 5)));
  }

  @Test
  void anotherAmountThanWasToldIsADifference() {
    assertThat(findings(List.of(receipt("N1", 6)), settled("bank", "p1", 5)))
        .containsExactly(new OtherAmount(receipt("N1", 6)));
  }
}

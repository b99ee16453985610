package id.antrean.domain.payment;

import static id.antrean.domain.payment.Notices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of a payment, what went of it, and what its payer has to get back. */
class WhatIsOnRecordOfAPaymentTest {

  private static Receipt of(long amount, long returned, boolean settled) {
    return new Receipt(
        "bank", "p1", amount, "IDR", NOW, settled ? null : ExceptionReason.WRONG_AMOUNT, returned);
  }

  @Test
  void aRecordBeginsWithNothingCameAndNothingWent() {
    assertThat(Receipt.of(Notices.of("p1"), NOW))
        .isEqualTo(new Receipt("bank", "p1", 0, "IDR", NOW, null, 0));
  }

  @Test
  void itIsOfThatSendersPayment() {
    Receipt receipt = of(1, 0, true);

    assertThat(receipt.isOf(Notices.of("p1"))).isTrue();
    assertThat(receipt.isOf(Notices.of("p2"))).isFalse();
    assertThat(new Receipt("other", "p1", 1, "IDR", NOW, null, 0).isOf(Notices.of("p1"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"949999, 0, 949999", "949999, 400000, 549999", "949999, 949999, 0", "5, 9, 0"})
  void moneyThatSettledNothingIsDueButForWhatWentBack(long amount, long returned, long due) {
    assertThat(of(amount, returned, false).due()).isEqualTo(due);
  }

  @Test
  void ofMoneyThatSettledItsBillNothingIsDue() {
    assertThat(of(950_000, 0, true).due()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "950000, 400000, 400000",
    "950000, 990000, 950000",
    "1, 1, 1",
    // While only its going back is known, what was owed stands for what came.
    "0, 400000, 400000",
    "0, 990000, 950000"
  })
  void nobodyGetsBackMoreThanCame(long amount, long returned, long shown) {
    assertThat(of(amount, returned, true).returnedOf(950_000)).isEqualTo(shown);
  }

  @Test
  void thatMoneyCameKeepsWhenItWasHeardOfFirstAndWhatWentBackOfIt() {
    Receipt heard = Receipt.of(Notices.of("p1"), NOW).wentBack(400_000);

    assertThat(heard.came(950_000, "IDR", ExceptionReason.ALREADY_PAID))
        .isEqualTo(
            new Receipt("bank", "p1", 950_000, "IDR", NOW, ExceptionReason.ALREADY_PAID, 400_000));
  }

  @Test
  void ofMoneyThatCameNoMoreThanItselfWentBack() {
    assertThat(
            Receipt.of(Notices.of("p1"), NOW)
                .wentBack(Long.MAX_VALUE)
                .came(950_000, "IDR", null)
                .returned())
        .isEqualTo(950_000);
  }

  @Test
  void thatMoneyWentBackChangesNothingElse() {
    assertThat(of(950_000, 0, false).wentBack(400_000)).isEqualTo(of(950_000, 400_000, false));
  }

  @Test
  void theCurrencyIsTheOneInWhichItCame() {
    assertThat(of(0, 0, true).came(100, "USD", ExceptionReason.WRONG_CURRENCY).currency())
        .isEqualTo("USD");
  }
}

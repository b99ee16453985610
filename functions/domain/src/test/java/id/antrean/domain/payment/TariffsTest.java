package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.passport.PassportRequest.Kind;
import id.antrean.domain.payment.Tariffs.Item;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a passport costs: Government Regulation 45/2024, before it 28/2019. */
class TariffsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant FIRST_OF_45_2024 = Instant.parse("2024-12-16T17:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "ORDINARY,    5,  350_000",
    "ORDINARY,   10,  650_000",
    "ELECTRONIC,  5,  650_000",
    "ELECTRONIC, 10,  950_000"
  })
  void theFeeIsThatOfTypeAndValidity(PassportRequest.Type type, int years, String amount) {
    assertThat(fee(Kind.NEW, type, years, Lane.REGULAR, NOW).amount()).isEqualTo(rupiah(amount));
  }

  @ParameterizedTest
  @CsvSource({"NEW, 0", "RENEWAL, 0", "DATA_CHANGE, 0", "LOST, 1_000_000", "DAMAGED, 500_000"})
  void aLostOrDamagedPassportIsChargedForOnTop(Kind kind, String charge) {
    assertThat(fee(kind, PassportRequest.Type.ORDINARY, 5, Lane.REGULAR, NOW).amount())
        .isEqualTo(350_000 + rupiah(charge));
  }

  @ParameterizedTest
  @CsvSource({"REGULAR, 0", "PRIORITY, 0", "EXPRESS, 1_000_000"})
  void onlySameDayServiceHasASurcharge(Lane lane, String surcharge) {
    assertThat(fee(Kind.NEW, PassportRequest.Type.ELECTRONIC, 10, lane, NOW).amount())
        .isEqualTo(950_000 + rupiah(surcharge));
  }

  @Test
  void everyChargeIsALineOfItsOwn() {
    assertThat(fee(Kind.LOST, PassportRequest.Type.ORDINARY, 10, Lane.EXPRESS, NOW).lines())
        .containsExactly(
            new Fee.Line(Item.ORDINARY_10, 650_000),
            new Fee.Line(Item.LOST, 1_000_000),
            new Fee.Line(Item.EXPRESS, 1_000_000));
  }

  @Test
  void aNewTariffHoldsFromMidnightInJakarta() {
    assertThat(tenYearsOrdinary(FIRST_OF_45_2024.minusSeconds(1))).isEqualTo(350_000);
    assertThat(tenYearsOrdinary(FIRST_OF_45_2024)).isEqualTo(650_000);
  }

  @Test
  void beforeTheFirstTariffNothingCanBeAskedFor() {
    assertThatThrownBy(() -> tenYearsOrdinary(Instant.parse("2019-05-02T16:59:59Z")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ORDINARY_10")
        .hasMessageContaining("2019-05-02");
  }

  private static long tenYearsOrdinary(Instant at) {
    return fee(Kind.NEW, PassportRequest.Type.ORDINARY, 10, Lane.REGULAR, at).amount();
  }

  private static Fee fee(Kind kind, PassportRequest.Type type, int years, Lane lane, Instant at) {
    return Tariffs.fee(new PassportRequest(kind, type, years), lane, at);
  }

  private static long rupiah(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}

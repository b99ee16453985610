package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.EffectiveDated.Row;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By what one can pay is data: of a day, an office, and hours. */
class WhatIsOfferedTest {
  private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  private static final PayOffer BNI = new PayOffer(PayChannel.BANK_VA, "one", "BNI");
  private static final PayOffer BRI = new PayOffer(PayChannel.BANK_VA, "two", "BRI");
  private static final PayOffer QRIS = new PayOffer(PayChannel.QRIS, "one", null);
  private static final PayOffer POST = new PayOffer(PayChannel.POST_OFFICE, "one", null);

  private static final List<Row> ROWS =
      List.of(
          row(DAY, "BANK_VA", "one", "BNI", "*", "", ""),
          row(DAY, "BANK_VA", "two", "BRI", "CLG", "", ""),
          row(DAY, "QRIS", "one", "", "*", "", ""),
          row(DAY.plusDays(1), "MARKETPLACE", "one", "", "*", "", ""),
          row(DAY, "POST_OFFICE", "one", "", "*", "08:00", "15:00"));

  private static Row row(LocalDate from, String... columns) {
    return new Row(from, List.of(columns));
  }

  private static List<PayOffer> at(String office, String time) {
    return PayOffer.at(ROWS, office, ZonedDateTime.of(DAY, LocalTime.parse(time), JAYAPURA));
  }

  @Test
  void eachOfficeHasWhatIsForAllAndWhatIsItsOwnInTheOrderOfTheRows() {
    assertThat(at("CLG", "10:00")).containsExactly(BNI, BRI, QRIS, POST);
    assertThat(at("DPS", "10:00")).containsExactly(BNI, QRIS, POST);
  }

  @Test
  void hoursAreThoseOfTheOffice() {
    assertThat(at("DPS", "07:59")).doesNotContain(POST);
    assertThat(at("DPS", "08:00")).contains(POST);
    assertThat(at("DPS", "14:59")).contains(POST);
    assertThat(at("DPS", "15:00")).doesNotContain(POST);
  }

  @Test
  void whatIsLeftOpenIsChosen() {
    List<PayOffer> offers = at("CLG", "10:00");

    assertThat(PayOffer.chosen(offers, PayChannel.BANK_VA, null, null)).contains(BNI);
    assertThat(PayOffer.chosen(offers, PayChannel.BANK_VA, null, "BRI")).contains(BRI);
    assertThat(PayOffer.chosen(offers, PayChannel.BANK_VA, "two", null)).contains(BRI);
    assertThat(PayOffer.chosen(offers, PayChannel.BANK_VA, "two", "BNI")).isEmpty();
    assertThat(PayOffer.chosen(offers, PayChannel.QRIS, null, "BNI")).isEmpty();
    assertThat(PayOffer.chosen(offers, PayChannel.INDOMARET, null, null)).isEmpty();
  }

  @Test
  void everyWayOfTheSeedIsOfferedAtSomeHour() {
    assertThat(
            PayOffer.at("CLG", ZonedDateTime.of(DAY.atTime(10, 0), JAYAPURA)).stream()
                .map(PayOffer::channel))
        .contains(PayChannel.values());
  }
}

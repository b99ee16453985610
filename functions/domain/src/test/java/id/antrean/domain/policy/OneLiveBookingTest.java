package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A visit stands in the way for thirty days after its day by the terms of these tests. */
class OneLiveBookingTest {
  private static final Instant YEARS_LATER = NOW.plus(Duration.ofDays(1000));

  private final OneLiveBooking rule = new OneLiveBooking(30);

  private static Application seated(Status status, ZoneId zone) {
    return paid(status).seatAt(office(zone), DAY).application();
  }

  @Test
  void whatIsNotPaidStandsInTheWayAsLongAsItIsThereAndNobodyKnowsHowLong() {
    Application held = unpaid(Status.AWAITING_PAYMENT).application();
    assertThat(rule.allowsBeside(held, NOW)).isFalse();
    assertThat(rule.allowsBeside(held, YEARS_LATER)).isFalse();
    assertThat(rule.refusal(held)).isEqualTo(new Refusal.NikHasBooking(null));
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED,  Asia/Jakarta",
    "CONFIRMED,  Asia/Makassar",
    "CONFIRMED,  Asia/Jayapura",
    "CHECKED_IN, Asia/Jakarta",
    "CHECKED_IN, Asia/Jayapura"
  })
  void aVisitStandsInTheWayUntilItsDaysAfterItHaveEndedAtItsOffice(Status status, ZoneId zone) {
    ZonedDateTime end = LocalDate.parse("2027-01-07").atStartOfDay(zone);
    Application other = seated(status, zone);
    assertThat(rule.allowsBeside(other, NOW)).isFalse();
    assertThat(rule.allowsBeside(other, end.toInstant().minusMillis(1))).isFalse();
    assertThat(rule.allowsBeside(other, end.toInstant())).isTrue();
    assertThat(rule.allowsBeside(other, end.toInstant().plusMillis(1))).isTrue();
    assertThat(rule.refusal(other)).isEqualTo(new Refusal.NikHasBooking(end));
  }

  @Test
  void aSeatWhoseMoneyWasTakenBackStandsInTheWayAsAVisitDoes() {
    Application back = unpaid(Status.CONFIRMED).application();
    assertThat(rule.allowsBeside(back, NOW)).isFalse();
    assertThat(rule.allowsBeside(back, YEARS_LATER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AWAITING_PAYMENT", "CONFIRMED", "CHECKED_IN"})
  void whatHasNoSeatStandsInNobodysWay(Status status) {
    assertThat(rule.allowsBeside(unpaid(status).application(), NOW)).isTrue();
    assertThat(rule.allowsBeside(paid(status).application(), NOW)).isTrue();
  }

  @Test
  void theTermsSayForHowManyDays() {
    Application other = seated(Status.CONFIRMED, ZoneId.of("Asia/Jakarta"));
    OneLiveBooking onTheDayAlone = new OneLiveBooking(0);
    ZonedDateTime midnight = DAY.plusDays(1).atStartOfDay(ZoneId.of("Asia/Jakarta"));
    assertThat(onTheDayAlone.allowsBeside(other, midnight.toInstant().minusMillis(1))).isFalse();
    assertThat(onTheDayAlone.allowsBeside(other, midnight.toInstant())).isTrue();
    assertThat(onTheDayAlone.refusal(other)).isEqualTo(new Refusal.NikHasBooking(midnight));
  }
}

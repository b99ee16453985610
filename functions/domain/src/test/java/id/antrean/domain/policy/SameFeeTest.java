package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.PASSPORT;
import static id.antrean.domain.policy.Wishes.TWIN;
import static id.antrean.domain.policy.Wishes.bill;
import static id.antrean.domain.policy.Wishes.fee;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameFeeTest {
  private static final Instant UNDER_THE_FORMER_TARIFF = Instant.parse("2024-12-01T00:00:00Z");

  private final SeatRule rule = new SameFee();

  private static Wishes paidFor(Fee fee) {
    return unpaid(Status.PAID_UNSCHEDULED).paid(fee);
  }

  @ParameterizedTest
  @CsvSource({"REGULAR,  REGULAR", "REGULAR,  PRIORITY", "PRIORITY, REGULAR", "EXPRESS,  EXPRESS"})
  void whatWasPaidBuysASeatOfTheSameFee(Lane paid, Lane asked) {
    assertThat(rule.refuses(paidFor(fee(PASSPORT, paid)).in(asked).wish())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REGULAR,  EXPRESS", "PRIORITY, EXPRESS", "EXPRESS,  REGULAR", "EXPRESS,  PRIORITY"})
  void andNeitherADearerNorACheaperOne(Lane paid, Lane asked) {
    assertThat(rule.refuses(paidFor(fee(PASSPORT, paid)).in(asked).wish()))
        .contains(new Refusal.OtherFee(false));
  }

  @Test
  void aConfirmedSeatIsBoundToItsFeeToo() {
    assertThat(rule.refuses(paid(Status.CONFIRMED).wish())).isEmpty();
    assertThat(rule.refuses(paid(Status.CONFIRMED).in(Lane.EXPRESS).wish()))
        .contains(new Refusal.OtherFee(false));
  }

  @ParameterizedTest
  @CsvSource({"REGULAR", "EXPRESS"})
  void whatWasPaidForAnotherPassportBuysNoSeatInAnyLane(Lane asked) {
    Fee other = fee(TWIN, Lane.REGULAR);
    assertThat(other.amount()).isEqualTo(fee(PASSPORT, Lane.REGULAR).amount());
    assertThat(rule.refuses(paidFor(other).in(asked).wish())).contains(new Refusal.OtherFee(true));
  }

  @Test
  void aFeeIsTheSameWhateverItWasOnTheDayOfPaying() {
    Fee former = Tariffs.fee(PASSPORT, Lane.REGULAR, UNDER_THE_FORMER_TARIFF);
    assertThat(former.amount()).isNotEqualTo(fee(PASSPORT, Lane.REGULAR).amount());
    assertThat(rule.refuses(paidFor(former).wish())).isEmpty();
  }

  @Test
  void whoHasNotPaidIsBoundToNothing() {
    Wishes siti = unpaid(Status.AWAITING_PAYMENT).billed(bill(fee(PASSPORT, Lane.REGULAR)));
    assertThat(rule.refuses(siti.in(Lane.EXPRESS).wish())).isEmpty();
  }
}

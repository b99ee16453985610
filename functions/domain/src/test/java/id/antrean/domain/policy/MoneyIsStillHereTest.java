package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.PASSPORT;
import static id.antrean.domain.policy.Wishes.bill;
import static id.antrean.domain.policy.Wishes.fee;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyIsStillHereTest {
  private static final Bill BILL = bill(fee(PASSPORT, Lane.REGULAR));

  private final SeatRule rule = new MoneyIsStillHere();

  @Test
  void whoseMoneyIsHereMayMove() {
    assertThat(rule.refuses(paid(Status.CONFIRMED).wish())).isEmpty();
  }

  /** The bill is to be paid again, or was replaced meanwhile. */
  @ParameterizedTest
  @EnumSource(names = {"OPEN", "VOID"})
  void whoGotTheMoneyBackMovesNowhere(Bill.State afterwards) {
    assertThat(rule.refuses(unpaid(Status.CONFIRMED).billed(BILL.unpaid(afterwards)).wish()))
        .contains(new Refusal.WrongStatus(Status.CONFIRMED));
  }

  @Test
  void whoPaidOneOfTheirBillsHasPaid() {
    Wishes siti = paid(Status.CONFIRMED).billed(bill(fee(PASSPORT, Lane.EXPRESS)));
    assertThat(rule.refuses(siti.wish())).isEmpty();
  }
}

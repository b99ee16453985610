package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.PASSPORT;
import static id.antrean.domain.policy.Wishes.TWIN;
import static id.antrean.domain.policy.Wishes.bill;
import static id.antrean.domain.policy.Wishes.fee;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.ready;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WhatIsOwedTest {
  private static final BillingCode CODE = new BillingCode("899999999999999");
  private static final Fee REGULAR = fee(PASSPORT, Lane.REGULAR);
  private static final Fee EXPRESS = fee(PASSPORT, Lane.EXPRESS);
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final AtomicInteger drawn = new AtomicInteger();

  private WhatIsOwed by(Wishes siti, Fee fee) {
    return WhatIsOwed.by(
        siti.booking(),
        fee,
        () -> {
          drawn.incrementAndGet();
          return CODE;
        },
        LATER);
  }

  private static Wishes held(Fee fee) {
    return unpaid(Status.AWAITING_PAYMENT).billed(bill(fee));
  }

  @Test
  void whoWasBilledNothingGetsABillOfThatMoment() {
    assertThat(by(ready(), REGULAR))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, REGULAR, LATER)));
  }

  @Test
  void theOpenBillServesAsLongAsTheFeeIsTheSame() {
    assertThat(by(held(REGULAR), REGULAR)).isEqualTo(new WhatIsOwed.NothingNew());
    assertThat(by(held(REGULAR).in(Status.READY), REGULAR)).isEqualTo(new WhatIsOwed.NothingNew());
  }

  @Test
  void whatIsPaidIsOwedNoMore() {
    assertThat(by(paid(Status.CONFIRMED), REGULAR)).isEqualTo(new WhatIsOwed.NothingNew());
    assertThat(by(paid(Status.PAID_UNSCHEDULED), EXPRESS)).isEqualTo(new WhatIsOwed.NothingNew());
  }

  @Test
  void anotherFeeIsAnotherBill() {
    assertThat(by(held(REGULAR), EXPRESS))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, EXPRESS, LATER)));
  }

  @Test
  void theSamePriceForAnotherPassportIsAnotherFee() {
    Fee twin = fee(TWIN, Lane.REGULAR);
    assertThat(twin.amount()).isEqualTo(REGULAR.amount());
    assertThat(by(held(REGULAR), twin))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, twin, LATER)));
  }

  @Test
  void theSamePassportAtItsFormerPriceIsAnotherFee() {
    Fee former = Tariffs.fee(PASSPORT, Lane.REGULAR, Instant.parse("2024-12-01T00:00:00Z"));
    assertThat(by(held(former), REGULAR))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, REGULAR, LATER)));
    assertThat(by(held(former).billed(bill(EXPRESS)), REGULAR))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, REGULAR, LATER)));
  }

  @Test
  void whatWasBilledBeforeAtThatFeeIsBilledByItsFormerCode() {
    assertThat(by(held(REGULAR).billed(bill(EXPRESS)), REGULAR))
        .isEqualTo(new WhatIsOwed.Again(bill(REGULAR)));
  }

  @Test
  void aBillWhoseMoneyWasTakenBackServesAgain() {
    Wishes back = paid(Status.CONFIRMED).billed(bill(REGULAR).unpaid(Bill.State.OPEN));
    assertThat(by(back, REGULAR)).isEqualTo(new WhatIsOwed.NothingNew());
  }

  @Test
  void aCodeIsDrawnForANewBillOnly() {
    by(held(REGULAR), REGULAR);
    by(paid(Status.CONFIRMED), EXPRESS);
    by(held(REGULAR).billed(bill(EXPRESS)), REGULAR);
    assertThat(drawn).hasValue(0);
    by(held(REGULAR), EXPRESS);
    assertThat(drawn).hasValue(1);
  }
}

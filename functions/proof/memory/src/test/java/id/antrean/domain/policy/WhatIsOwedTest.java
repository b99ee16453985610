package id.antrean.domain.policy;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class WhatIsOwedTest {
  private static final BillingCode CODE = new BillingCode("800000000000002");
  private static final Fee EXPRESS =
      Tariffs.fee(Samples.ready("siti").dossier().passport(), Lane.EXPRESS, NOW);
  private static final Fee REGULAR =
      Tariffs.fee(Samples.ready("siti").dossier().passport(), Lane.REGULAR, NOW);

  private static WhatIsOwed of(Application application, Fee fee) {
    return WhatIsOwed.by(application.booking(), fee, () -> CODE, NOW);
  }

  @Test
  void theOpenBillServesAsLongAsTheFeeIsTheSame() {
    assertThat(of(Wishes.held(), REGULAR)).isEqualTo(new WhatIsOwed.NothingNew());
  }

  @Test
  void whatIsPaidIsOwedNoMore() {
    assertThat(of(Wishes.confirmed(), EXPRESS)).isEqualTo(new WhatIsOwed.NothingNew());
  }

  @Test
  void anotherFeeIsAnotherBill() {
    assertThat(of(Wishes.held(), EXPRESS))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, EXPRESS, NOW)));
    assertThat(of(Samples.ready("siti"), REGULAR))
        .isEqualTo(new WhatIsOwed.New(Bill.issue(CODE, REGULAR, NOW)));
  }

  @Test
  void whatWasBilledBeforeAtThatFeeIsBilledByItsFormerCode() {
    Application changed = Wishes.held().billed(Bill.issue(CODE, EXPRESS, NOW));
    Bill former = changed.booking().bills().getFirst();
    assertThat(of(changed, REGULAR)).isEqualTo(new WhatIsOwed.Again(former.reopened()));
  }
}

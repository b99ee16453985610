package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.booking.BookingHistory;
import org.junit.jupiter.api.Test;

class HoldTermsTest {

  private static HoldTerms pausingAfter(int expiries) {
    return new HoldTerms(
        TERMS.paymentWindow(),
        TERMS.grace(),
        TERMS.unpaidHolds(),
        expiries,
        TERMS.takesPerHour(),
        TERMS.guardedDays());
  }

  @Test
  void aDeskHoldsForMorePeopleThanAnAccountDoes() {
    Wishes siti = Wishes.ready();
    assertThat(TERMS.unpaidHoldsOf(siti.application())).isEqualTo(TERMS.unpaidHolds());
    assertThat(TERMS.unpaidHoldsOf(siti.madeAtDeskOf(Wishes.CILEGON).application())).isEqualTo(100);
  }

  @Test
  void noRuleAsksForMoreThanIsRemembered() {
    assertThat(pausingAfter(BookingHistory.EXPIRIES).expiriesBeforePause())
        .isEqualTo(BookingHistory.EXPIRIES);
    assertThatThrownBy(() -> pausingAfter(BookingHistory.EXPIRIES + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8");
  }
}

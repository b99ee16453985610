package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class SameFeeTest {
  private static final SessionId EXPRESS = Samples.sessionId("08:00", Lane.EXPRESS);

  private final SeatRule rule = new SameFee();

  @Test
  void whatWasPaidBuysASeatOfItsOwnLane() {
    Application paid = Wishes.confirmed();
    assertThat(rule.refuses(Wishes.of(paid))).isEmpty();
    assertThat(rule.refuses(Wishes.in(EXPRESS, paid, Samples.NOW)))
        .contains(new Refusal.OtherFee(false));
  }

  @Test
  void whoNeverPaidIsAskedForNothingHere() {
    assertThat(rule.refuses(Wishes.in(EXPRESS, Samples.ready("siti"), Samples.NOW))).isEmpty();
  }
}

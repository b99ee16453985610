package id.antrean.domain.policy;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseAfterExpiriesTest {
  private final SeatRule rule = new PauseAfterExpiries(Wishes.TERMS);

  private static Application expiredAt(Instant... moments) {
    Application siti = Samples.ready("siti");
    for (Instant moment : moments) {
      siti = siti.hold(Wishes.seat(siti), moment, Wishes.SITI, moment).expire(Wishes.SITI, moment);
    }
    return siti;
  }

  @Test
  void twoAreForgiven() {
    assertThat(rule.refuses(Wishes.of(expiredAt(NOW, NOW)))).isEmpty();
  }

  @Test
  void theThirdMakesOneWaitUntilTheFirstOfThemIsADayOld() {
    Instant first = NOW.minus(Duration.ofHours(5));
    assertThat(rule.refuses(Wishes.of(expiredAt(first, NOW, NOW))))
        .contains(new Refusal.Pause(first.plus(Duration.ofDays(1)).atZone(Samples.CILEGON.zone())));
  }

  @Test
  void whatIsADayOldCountsNoMore() {
    Instant first = NOW.minus(Duration.ofDays(1));
    assertThat(rule.refuses(Wishes.of(expiredAt(first, NOW, NOW)))).isEmpty();
  }
}

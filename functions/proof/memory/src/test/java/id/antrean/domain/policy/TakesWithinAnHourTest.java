package id.antrean.domain.policy;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TakesWithinAnHourTest {
  private final SeatRule rule = new TakesWithinAnHour(Wishes.TERMS);

  private static Application took(int times) {
    Application siti = Samples.ready("siti");
    for (int i = 0; i < times; i++) {
      siti = siti.hold(Wishes.seat(siti), NOW, Wishes.SITI, NOW).giveBack(Wishes.SITI, NOW);
    }
    return siti;
  }

  @Test
  void asManyAsTheTermsSayAreTaken() {
    assertThat(rule.refuses(Wishes.of(took(3)))).isEmpty();
  }

  @Test
  void oneMoreWaitsUntilTheHourIsOver() {
    assertThat(rule.refuses(Wishes.at(took(4), NOW.plus(Duration.ofMinutes(20)))))
        .contains(new Refusal.TooManyRequests(Duration.ofMinutes(40)));
    assertThat(rule.refuses(Wishes.at(took(4), NOW.plus(Duration.ofHours(1))))).isEmpty();
  }
}

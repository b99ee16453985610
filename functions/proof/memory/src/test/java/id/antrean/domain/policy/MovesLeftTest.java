package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class MovesLeftTest {
  private final SeatRule rule = new MovesLeft();

  @Test
  void aBookingMovesAsOftenAsTheOfficeThatHasItAllows() {
    Application once = Wishes.confirmed();
    Application twice =
        once.move(
            once.booking().seated().orElseThrow(), Wishes.seat(once), Wishes.SITI, Samples.NOW);
    assertThat(rule.refuses(Wishes.of(once))).isEmpty();
    assertThat(rule.refuses(Wishes.of(twice))).contains(new Refusal.RescheduleLimit(1));
  }
}

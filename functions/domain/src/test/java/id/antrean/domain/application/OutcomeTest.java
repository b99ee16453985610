package id.antrean.domain.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is done goes on; what is refused stays so. */
class OutcomeTest {

  @Test
  void onlyWhatIsDoneGoesOn() {
    Outcome<Integer> refused = Outcome.refused(new Refusal.NotFound());

    assertThat(Outcome.done(20).then(it -> Outcome.done("%d seats".formatted(it))))
        .isEqualTo(Outcome.done("20 seats"));
    assertThat(refused.then(it -> Outcome.done("%d seats".formatted(it))))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
  }
}

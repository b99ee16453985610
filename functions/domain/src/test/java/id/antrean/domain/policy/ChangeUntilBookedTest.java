package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeUntilBookedTest {
  private final ApplicationRule rule = new ChangeUntilBooked();

  /** Money may have come for a hold that was gone: who still misses papers can send them. */
  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "READY"})
  void whoHasNoSeatYetMayChangeDataAndPapers(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW)).isEmpty();
    assertThat(rule.refuses(paid(status).application(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DRAFT", "READY"})
  void whoHasBookedIsToldThatTheyStandAsTheyAre(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .contains(new Refusal.Locked(status));
    assertThat(rule.refuses(paid(status).application(), NOW)).contains(new Refusal.Locked(status));
  }
}

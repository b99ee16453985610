package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewUntilServedTest {
  private final ApplicationRule rule = new ReviewUntilServed();

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_PAYMENT", "CONFIRMED", "CHECKED_IN"})
  void whoHasASeatIsLookedAt(Status status) {
    assertThat(rule.refuses(paid(status).application(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AWAITING_PAYMENT", "CONFIRMED", "CHECKED_IN"})
  void whoHasNoneIsNot(Status status) {
    assertThat(rule.refuses(paid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(paid(status).application().status()));
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReopenUntilServedTest {
  private final ApplicationRule rule = new ReopenUntilServed();

  /** Also where the money was taken back meanwhile. */
  @ParameterizedTest
  @EnumSource(names = {"CONFIRMED", "CHECKED_IN", "NO_SHOW"})
  void whoHasAVisitToComeToOrMissedItMayChooseAgain(Status status) {
    assertThat(rule.refuses(paid(status).application(), NOW)).isEmpty();
    assertThat(rule.refuses(unpaid(status).application(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED", "CHECKED_IN", "NO_SHOW"})
  void whatHasNoConfirmedSeatOrHasItsEndIsNotOpenedAgain(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeOnceComeTest {
  private final ApplicationRule rule = new OutcomeOnceCome();

  /** Also where the money was taken back meanwhile. */
  @Test
  void theVisitOfWhoHasComeHasAnOutcome() {
    assertThat(rule.refuses(paid(Status.CHECKED_IN).application(), NOW)).isEmpty();
    assertThat(rule.refuses(unpaid(Status.CHECKED_IN).application(), NOW)).isEmpty();
  }

  /** An officer may put it down on the morning after. */
  @Test
  void howLateItIsPutDownDoesNotMatter() {
    Instant ends = DAY.plusDays(1).atStartOfDay(CILEGON.zone()).toInstant();
    assertThat(rule.refuses(paid(Status.CHECKED_IN).application(), ends.minusSeconds(1))).isEmpty();
    assertThat(rule.refuses(paid(Status.CHECKED_IN).application(), ends)).isEmpty();
    assertThat(rule.refuses(paid(Status.CHECKED_IN).application(), ends.plusSeconds(1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CHECKED_IN"})
  void whoHasNotComeOrHasLeftHasNone(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
    assertThat(rule.refuses(paid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityAllowsBookingTest {
  private final SeatRule rule = new IdentityAllowsBooking();

  @ParameterizedTest
  @EnumSource(names = {"MATCHED", "DIFFERS", "PENDING"})
  void whoIsKnownOrIsStillAskedForMayGoOn(IdentityVerdict verdict) {
    assertThat(rule.refuses(ready().known(verdict).wish())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MATCHED", "DIFFERS", "PENDING"})
  void whomTheRegistryDoesNotKnowAsLivingIsRefused(IdentityVerdict verdict) {
    assertThat(rule.refuses(ready().known(verdict).wish())).contains(new Refusal.Identity(verdict));
  }
}

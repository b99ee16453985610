package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityAllowsBookingTest {
  private final SeatRule rule = new IdentityAllowsBooking();

  @ParameterizedTest
  @EnumSource(IdentityVerdict.class)
  void onlyWhoTheRegistryKnowsNotOrKnowsAsGoneIsRefused(IdentityVerdict verdict) {
    Application siti =
        Samples.ready("siti")
            .identified(
                new Identity(verdict, List.of(), Samples.NOW),
                new Actor.Service("identity"),
                Samples.NOW);
    boolean refused =
        switch (verdict) {
          case MATCHED, DIFFERS, PENDING -> false;
          case NOT_FOUND, DECEASED, INACTIVE -> true;
        };
    assertThat(rule.refuses(Wishes.of(siti)))
        .isEqualTo(
            refused ? Optional.of(new Refusal.Identity(verdict)) : Optional.<Refusal>empty());
  }
}

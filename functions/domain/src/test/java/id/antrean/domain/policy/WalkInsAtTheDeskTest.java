package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DENPASAR;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkInsAtTheDeskTest {
  private final SeatRule rule = new WalkInsAtTheDesk();

  @Test
  void whatIsKeptForTheDeskIsOfferedToNobodyElse() {
    assertThat(rule.refuses(ready().in(Lane.WALK_IN).wish())).contains(new Refusal.NotOffered());
  }

  @Test
  void whomTheOfficeRegisteredAtItsDeskMayHaveIt() {
    assertThat(rule.refuses(ready().in(Lane.WALK_IN).madeAtDeskOf(CILEGON).wish())).isEmpty();
  }

  @Test
  void theDeskOfAnotherOfficeMayNot() {
    Wishes siti = ready().in(Lane.WALK_IN).madeAtDeskOf(CILEGON).asking(DENPASAR);
    assertThat(rule.refuses(siti.wish())).contains(new Refusal.NotOffered());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WALK_IN")
  void theOthersAreForEverybody(Lane lane) {
    assertThat(rule.refuses(ready().in(lane).wish())).isEmpty();
    assertThat(rule.refuses(ready().in(lane).madeAtDeskOf(CILEGON).wish())).isEmpty();
  }
}

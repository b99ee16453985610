package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoveUntilCutOffTest {
  private static final ZonedDateTime CUT_OFF =
      ZonedDateTime.parse("2026-12-07T00:00:00+07:00[Asia/Jakarta]");

  private final SeatRule rule = new MoveUntilCutOff();

  @Test
  void aSeatIsLeftUntilItsOwnDayBegins() {
    Application siti = Wishes.confirmed();
    assertThat(rule.refuses(Wishes.at(siti, CUT_OFF.toInstant().minusMillis(1)))).isEmpty();
    assertThat(rule.refuses(Wishes.at(siti, CUT_OFF.toInstant())))
        .contains(new Refusal.TooLate(CUT_OFF));
  }

  @Test
  void anOfficeThatIsNoneAnyMoreKeepsNobody() {
    Wish there = Wishes.at(Wishes.confirmed(), CUT_OFF.toInstant());
    Wish gone =
        new Wish(
            there.application(),
            there.office(),
            Optional.empty(),
            there.session(),
            there.fee(),
            there.now());
    assertThat(rule.refuses(gone)).isEmpty();
  }
}

package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class TakeUntilCutOffTest {
  private static final ZonedDateTime CUT_OFF =
      ZonedDateTime.parse("2026-12-07T00:00:00+07:00[Asia/Jakarta]");

  private final SeatRule rule = new TakeUntilCutOff();

  @Test
  void aDayIsTakenUntilItBeginsInTheOfficesZone() {
    Application siti = Samples.ready("siti");
    assertThat(rule.refuses(Wishes.at(siti, CUT_OFF.toInstant().minusMillis(1)))).isEmpty();
    assertThat(rule.refuses(Wishes.at(siti, CUT_OFF.toInstant())))
        .contains(new Refusal.TooLate(CUT_OFF));
  }
}

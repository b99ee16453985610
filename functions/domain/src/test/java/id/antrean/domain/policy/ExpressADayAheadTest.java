package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Calendars;
import id.antrean.domain.office.Lane;
import org.junit.jupiter.api.Test;

class ExpressADayAheadTest {
  private final SeatRule rule = new ExpressADayAhead();

  @Test
  void itsSeatIsTakenUntilTheDayBefore() {
    assertThat(
            rule.refuses(
                ready()
                    .in(Lane.EXPRESS)
                    .at(Calendars.at(Calendars.WIB, "2026-12-06T23:59"))
                    .wish()))
        .isEmpty();
    assertThat(
            rule.refuses(
                ready()
                    .in(Lane.EXPRESS)
                    .at(Calendars.at(Calendars.WIB, "2026-12-07T00:00"))
                    .wish()))
        .contains(new Refusal.TooLate(DAY.atStartOfDay(Calendars.WIB)));
  }

  @Test
  void otherLanesHaveTheirCutOffAlone() {
    assertThat(rule.refuses(ready().at(Calendars.at(Calendars.WIB, "2026-12-07T07:00")).wish()))
        .isEmpty();
  }
}

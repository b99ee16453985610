package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoShowOnceBegunTest {
  private static final Instant LONG_AFTER =
      DAY.plusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant();

  private final ApplicationRule rule = new NoShowOnceBegun();

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void nobodyIsMissingBeforeTheirSessionHasBegunAtTheOffice(String zone) {
    ZoneId there = ZoneId.of(zone);
    Application siti = paid(Status.CONFIRMED).seatAt(office(there), DAY).application();
    Instant begins = at(there, "2026-12-07T08:00");
    Refusal tooEarly = new Refusal.TooEarly(begins.atZone(there));
    assertThat(rule.refuses(siti, begins.minus(Duration.ofDays(1)))).contains(tooEarly);
    assertThat(rule.refuses(siti, begins.minusSeconds(1))).contains(tooEarly);
    assertThat(rule.refuses(siti, begins.minusMillis(1))).contains(tooEarly);
    assertThat(rule.refuses(siti, begins)).isEmpty();
    assertThat(rule.refuses(siti, begins.plusMillis(1))).isEmpty();
    assertThat(rule.refuses(siti, LONG_AFTER)).isEmpty();
  }

  /** She may have stayed away for it; her seat was kept for her all the same. */
  @Test
  void whoseMoneyWasTakenBackIsMissingLikeEverybody() {
    assertThat(rule.refuses(unpaid(Status.CONFIRMED).application(), LONG_AFTER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED"})
  void whoHasComeOrHasNoSeatToComeToIsNotMissing(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), LONG_AFTER))
        .contains(new Refusal.WrongStatus(status));
    assertThat(rule.refuses(paid(status).application(), LONG_AFTER))
        .contains(new Refusal.WrongStatus(status));
  }
}

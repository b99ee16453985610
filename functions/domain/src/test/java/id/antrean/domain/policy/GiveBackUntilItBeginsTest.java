package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.TERMS;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Office;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiveBackUntilItBeginsTest {
  private final SeatRule rule = new GiveBackUntilItBegins();

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void aSeatIsGivenBackUntilItsSessionBeginsWhereItIs(ZoneId zone) {
    Wishes siti = paid(Status.PAID_UNSCHEDULED).asking(office(zone));
    Instant begins = DAY.atTime(LocalTime.of(8, 0)).atZone(zone).toInstant();
    Refusal tooLate = new Refusal.TooLate(begins.atZone(zone));
    assertThat(rule.refuses(siti.at(begins.minusMillis(1)).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(begins).wish())).contains(tooLate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Jayapura"})
  void whomTheDeskHasBookedForGetsItBackAsLongAsTheDayLasts(ZoneId zone) {
    Office office = office(zone);
    Wishes siti = paid(Status.PAID_UNSCHEDULED).asking(office).madeAtDeskOf(office);
    Instant ends = DAY.plusDays(1).atStartOfDay(zone).toInstant();
    assertThat(rule.refuses(siti.at(ends.minusMillis(1)).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(ends).wish())).contains(new Refusal.TooLate(ends.atZone(zone)));
  }

  /** Whoever may take one like everybody else asks like everybody else. */
  @Test
  void itIsGivenBackToWhoHasPaidAndHasNone() {
    SeatPolicy policy = new SeatPolicy(TERMS);
    Instant onItsDay = DAY.atTime(LocalTime.of(7, 0)).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    assertThat(policy.refusesToGiveBack(paid(Status.PAID_UNSCHEDULED).at(onItsDay).wish()))
        .isEmpty();
    assertThat(policy.refuses(paid(Status.PAID_UNSCHEDULED).at(onItsDay).wish())).isPresent();
    assertThat(policy.refusesToGiveBack(ready().at(onItsDay).wish()))
        .contains(new Refusal.WrongStatus(Status.READY));
    assertThat(policy.refusesToGiveBack(paid(Status.CONFIRMED).at(onItsDay).wish()))
        .contains(new Refusal.WrongStatus(Status.CONFIRMED));
  }
}

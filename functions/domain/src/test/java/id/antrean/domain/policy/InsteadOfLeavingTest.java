package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsteadOfLeavingTest {

  @ParameterizedTest
  @CsvSource({
    "DRAFT,            SEND_PAPERS",
    "PAID_UNSCHEDULED, CHOOSE_SEAT",
    "CONFIRMED,        MOVE",
    "CHECKED_IN,       ASK_OFFICE",
    "NO_SHOW,          ASK_OFFICE",
    "COMPLETED,        NOTHING",
    "CANCELLED,        NOTHING"
  })
  void whatIsLeftFollowsFromHowTheBookingStands(Status status, Instead instead) {
    assertThat(InsteadOfLeaving.of(paid(status).application(), NOW)).isEqualTo(instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void aPaidSeatIsMovedUntilItsDayBeginsAtItsOfficeAndIsTheOfficesFromThenOn(ZoneId zone) {
    Instant begins = DAY.atStartOfDay(zone).toInstant();
    Application siti = paid(Status.CONFIRMED).seatAt(office(zone), DAY).application();
    assertThat(InsteadOfLeaving.of(siti, begins.minusSeconds(1))).isEqualTo(Instead.MOVE);
    assertThat(InsteadOfLeaving.of(siti, begins)).isEqualTo(Instead.ASK_OFFICE);
    assertThat(InsteadOfLeaving.of(siti, begins.plusSeconds(1))).isEqualTo(Instead.ASK_OFFICE);
  }

  @Test
  void theDeskMovesWhomItHasBookedForAsLongAsTheDayLasts() {
    Instant ends = DAY.plusDays(1).atStartOfDay(CILEGON.zone()).toInstant();
    Application siti = paid(Status.CONFIRMED).madeAtDeskOf(CILEGON).application();
    assertThat(InsteadOfLeaving.of(siti, ends.minusSeconds(1))).isEqualTo(Instead.MOVE);
    assertThat(InsteadOfLeaving.of(siti, ends)).isEqualTo(Instead.ASK_OFFICE);
  }
}

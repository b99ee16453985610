package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeavePolicyTest {

  /** A seat can be confirmed without money: it was taken back. */
  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "READY", "AWAITING_PAYMENT", "CONFIRMED"})
  void whoHasNotPaidMayLeave(Status status) {
    Application siti = unpaid(status).application();
    assertThat(LeavePolicy.refusesGivingBack(siti, NOW)).isEmpty();
    assertThat(LeavePolicy.refusesCancelling(siti, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED,        MOVE",
    "PAID_UNSCHEDULED, CHOOSE_SEAT",
    "CHECKED_IN,       ASK_OFFICE",
    "NO_SHOW,          ASK_OFFICE",
    "COMPLETED,        NOTHING"
  })
  void whoHasPaidHearsWhatToDoInstead(Status status, Instead instead) {
    Application siti = paid(status).application();
    assertThat(LeavePolicy.refusesGivingBack(siti, NOW)).contains(new Refusal.AlreadyPaid(instead));
    assertThat(LeavePolicy.refusesCancelling(siti, NOW)).contains(new Refusal.AlreadyPaid(instead));
  }

  @Test
  void whoHasPaidAndMissesPapersHasNoSeatToGiveBackAndDoesNotCancel() {
    Application siti = paid(Status.DRAFT).application();
    assertThat(LeavePolicy.refusesGivingBack(siti, NOW)).isEmpty();
    assertThat(LeavePolicy.refusesCancelling(siti, NOW))
        .contains(new Refusal.AlreadyPaid(Instead.SEND_PAPERS));
  }

  @ParameterizedTest
  @CsvSource({"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void aPaidSeatIsMovedUntilItsDayBeginsAtItsOfficeAndIsTheOfficesFromThenOn(ZoneId zone) {
    Instant begins = DAY.atStartOfDay(zone).toInstant();
    Application siti = paid(Status.CONFIRMED).seatAt(office(zone), DAY).application();
    assertThat(LeavePolicy.refusesGivingBack(siti, begins.minusSeconds(1)))
        .contains(new Refusal.AlreadyPaid(Instead.MOVE));
    assertThat(LeavePolicy.refusesGivingBack(siti, begins))
        .contains(new Refusal.AlreadyPaid(Instead.ASK_OFFICE));
    assertThat(LeavePolicy.refusesGivingBack(siti, begins.plusSeconds(1)))
        .contains(new Refusal.AlreadyPaid(Instead.ASK_OFFICE));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED"})
  void whatHasComeToItsVisitOrItsEndIsNotCancelledEvenWithoutMoney(Status status) {
    assertThat(LeavePolicy.refusesCancelling(unpaid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
  }

  @Test
  void whatIsCancelledHasNothingToGiveBack() {
    assertThat(LeavePolicy.refusesGivingBack(unpaid(Status.CANCELLED).application(), NOW))
        .contains(new Refusal.WrongStatus(Status.CANCELLED));
  }
}

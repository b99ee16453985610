package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GiveBackUntilPaidTest {
  private final ApplicationRule rule = new GiveBackUntilPaid();

  /** A seat can be confirmed without money: it was taken back. */
  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "READY", "AWAITING_PAYMENT", "CONFIRMED"})
  void whoHasNotPaidMayGiveASeatBack(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW)).isEmpty();
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
    assertThat(rule.refuses(paid(status).application(), NOW))
        .contains(new Refusal.AlreadyPaid(instead));
  }

  @Test
  void whoHasPaidAndMissesPapersHasNoSeatToGiveBack() {
    assertThat(rule.refuses(paid(Status.DRAFT).application(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID_UNSCHEDULED", "CHECKED_IN", "NO_SHOW", "COMPLETED"})
  void whatHasComeSoFarWasPaidEvenIfItsMoneyWasTakenBack(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .containsInstanceOf(Refusal.AlreadyPaid.class);
  }

  @Test
  void whatIsCancelledHasNothingToGiveBack() {
    assertThat(rule.refuses(unpaid(Status.CANCELLED).application(), NOW))
        .contains(new Refusal.WrongStatus(Status.CANCELLED));
    assertThat(rule.refuses(paid(Status.CANCELLED).application(), NOW))
        .contains(new Refusal.WrongStatus(Status.CANCELLED));
  }
}

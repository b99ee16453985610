package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CancelUntilPaidTest {
  private final ApplicationRule rule = new CancelUntilPaid();

  /** A seat can be confirmed or given up without money: it was taken back. */
  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "READY", "AWAITING_PAYMENT", "CONFIRMED", "PAID_UNSCHEDULED"})
  void whoHasNotPaidMayCancel(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW)).isEmpty();
  }

  /** Whoever misses papers has paid for a hold that was gone when the money came. */
  @ParameterizedTest
  @CsvSource({
    "DRAFT,            SEND_PAPERS",
    "CONFIRMED,        MOVE",
    "PAID_UNSCHEDULED, CHOOSE_SEAT",
    "CHECKED_IN,       ASK_OFFICE",
    "NO_SHOW,          ASK_OFFICE",
    "COMPLETED,        NOTHING",
    "CANCELLED,        NOTHING"
  })
  void whoHasPaidHearsWhatToDoInstead(Status status, Instead instead) {
    assertThat(rule.refuses(paid(status).application(), NOW))
        .contains(new Refusal.AlreadyPaid(instead));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED"})
  void whatHasComeToItsVisitOrItsEndIsNotCancelledEvenWithoutMoney(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.Seated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketOncePaidTest {
  private final ApplicationRule rule = new TicketOncePaid();

  private static void isForItsSeat(Application application) {
    Seated seated = (Seated) application.booking().state();
    assertThat(TicketOncePaid.ticketed(application)).contains(seated);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRMED", "CHECKED_IN"})
  void whoHasASeatThatIsPaidForHasATicketUntilTheVisitIsOver(Status status) {
    assertThat(rule.refuses(paid(status).application(), NOW)).isEmpty();
    isForItsSeat(paid(status).application());
  }

  /** A ticket is a receipt too. */
  @ParameterizedTest
  @EnumSource(names = {"CONFIRMED", "CHECKED_IN"})
  void aSeatWhoseMoneyWasTakenBackHasNone(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW)).contains(new Refusal.NotPaid());
    assertThat(TicketOncePaid.ticketed(unpaid(status).application())).isEmpty();
  }

  /** Also where money is here: for what is held it came too late or for another seat. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED", "CHECKED_IN"})
  void withoutAConfirmedSeatThereIsNone(Status status) {
    assertThat(rule.refuses(unpaid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
    assertThat(rule.refuses(paid(status).application(), NOW))
        .contains(new Refusal.WrongStatus(status));
    assertThat(TicketOncePaid.ticketed(unpaid(status).application())).isEmpty();
    assertThat(TicketOncePaid.ticketed(paid(status).application())).isEmpty();
  }
}

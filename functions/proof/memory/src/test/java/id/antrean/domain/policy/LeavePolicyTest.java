package id.antrean.domain.policy;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState;
import id.antrean.memory.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeavePolicyTest {
  private static final Instant DAY_BEGINS = Instant.parse("2026-12-06T17:00:00Z");

  private static Application at(BookingState state) {
    return Samples.standing(Wishes.confirmed(), state);
  }

  private static Optional<Refusal> paidAlready(Instead instead) {
    return Optional.of(new Refusal.AlreadyPaid(instead));
  }

  @Test
  void whoHasNotPaidMayLeave() {
    for (Application unpaid :
        List.of(Samples.draft("siti"), Samples.ready("siti"), Wishes.held())) {
      assertThat(LeavePolicy.refusesGivingBack(unpaid, NOW)).isEmpty();
      assertThat(LeavePolicy.refusesCancelling(unpaid, NOW)).isEmpty();
    }
  }

  @Test
  void whoHasPaidIsToldWhatToDoInstead() {
    Application confirmed = Wishes.confirmed();
    assertThat(LeavePolicy.refusesGivingBack(confirmed, DAY_BEGINS.minusMillis(1)))
        .isEqualTo(paidAlready(Instead.MOVE));
    assertThat(LeavePolicy.refusesGivingBack(confirmed, DAY_BEGINS))
        .isEqualTo(paidAlready(Instead.ASK_OFFICE));
    assertThat(
            LeavePolicy.refusesCancelling(
                at(new BookingState.CheckedIn(Wishes.seat(confirmed))), NOW))
        .isEqualTo(paidAlready(Instead.ASK_OFFICE));
    assertThat(LeavePolicy.refusesCancelling(at(new BookingState.PaidWithoutSeat()), NOW))
        .isEqualTo(paidAlready(Instead.CHOOSE_SEAT));
    assertThat(LeavePolicy.refusesCancelling(at(new BookingState.None()), NOW))
        .isEqualTo(paidAlready(Instead.SEND_PAPERS));
    assertThat(
            LeavePolicy.refusesCancelling(
                at(new BookingState.Over(BookingState.Ending.NO_SHOW)), NOW))
        .isEqualTo(paidAlready(Instead.ASK_OFFICE));
    assertThat(
            LeavePolicy.refusesGivingBack(
                at(new BookingState.Over(BookingState.Ending.COMPLETED)), NOW))
        .isEqualTo(paidAlready(Instead.NOTHING));
  }

  @Test
  void whoseMoneyWasTakenBackMayLeave() {
    Application unpaid =
        Samples.standing(Wishes.held(), new BookingState.Confirmed(Wishes.seat(Wishes.held())));
    assertThat(LeavePolicy.refusesGivingBack(unpaid, NOW)).isEmpty();
    assertThat(LeavePolicy.refusesCancelling(unpaid, NOW)).isEmpty();
  }

  @Test
  void whatHasItsEndWithoutMoneyStaysAsItIs() {
    Application ready = Samples.ready("siti");
    for (BookingState.Ending ending : BookingState.Ending.values()) {
      Application over = Samples.standing(ready, new BookingState.Over(ending));
      assertThat(LeavePolicy.refusesCancelling(over, NOW))
          .contains(new Refusal.WrongStatus(over.status()));
    }
    Application cancelled =
        Samples.standing(ready, new BookingState.Over(BookingState.Ending.CANCELLED));
    assertThat(LeavePolicy.refusesGivingBack(cancelled, NOW))
        .contains(new Refusal.WrongStatus(Status.CANCELLED));
  }
}

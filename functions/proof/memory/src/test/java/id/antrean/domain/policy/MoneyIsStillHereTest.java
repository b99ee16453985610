package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class MoneyIsStillHereTest {
  private final SeatRule rule = new MoneyIsStillHere();

  @Test
  void whoGotTheMoneyBackMovesNowhere() {
    Application unpaid =
        Samples.standing(Wishes.held(), new BookingState.Confirmed(Wishes.seat(Wishes.held())));
    assertThat(rule.refuses(Wishes.of(unpaid))).contains(new Refusal.WrongStatus(Status.CONFIRMED));
    assertThat(rule.refuses(Wishes.of(Wishes.confirmed()))).isEmpty();
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.moving;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesLeftTest {
  private final SeatRule rule = new MovesLeft();

  private static Wishes moved(int times, int limit) {
    BookingHistory history = BookingHistory.NONE;
    for (int moves = 0; moves < times; moves++) {
      history = history.movedPaid();
    }
    return paid(Status.CONFIRMED).with(history).seatAt(moving(CILEGON, limit), DAY);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "1, 2", "4, 5"})
  void aBookingMovesAsOftenAsItsOfficeAllows(int moves, int limit) {
    assertThat(rule.refuses(moved(moves, limit).wish())).isEmpty();
  }

  /** More than are allowed it may have been too, at another office or under another limit. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 2", "3, 2"})
  void andNoOftener(int moves, int limit) {
    assertThat(rule.refuses(moved(moves, limit).wish()))
        .contains(new Refusal.RescheduleLimit(limit));
  }

  @Test
  void theOfficeThatIsAskedHasNoSayInIt() {
    assertThat(rule.refuses(moved(1, 2).asking(moving(CILEGON, 0)).wish())).isEmpty();
    assertThat(rule.refuses(moved(1, 1).asking(moving(CILEGON, 9)).wish()))
        .contains(new Refusal.RescheduleLimit(1));
  }

  @Test
  void anOfficeThatIsNoneAnyMoreCountsNothing() {
    assertThat(rule.refuses(moved(1, 1).officeIsGone().wish())).isEmpty();
  }
}

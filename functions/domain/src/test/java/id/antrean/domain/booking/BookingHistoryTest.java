package id.antrean.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookingHistoryTest {
  private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");
  private static final SessionId SESSION =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();

  @Test
  void theLatestExpiriesAreRememberedNewestFirst() {
    BookingHistory history = BookingHistory.NONE;
    for (int expired = 0; expired < 1_000; expired++) {
      history = history.expired(NINE.plusSeconds(expired));
    }
    assertThat(history.expiries())
        .hasSize(BookingHistory.EXPIRIES)
        .startsWith(NINE.plusSeconds(999), NINE.plusSeconds(998));
  }

  @Test
  void seatsAreCountedByTheHourThatBeganWithTheFirst() {
    BookingHistory history = BookingHistory.NONE.tookUnpaid(NINE);
    Instant half = NINE.plus(Duration.ofMinutes(30));
    history = history.tookUnpaid(half);
    assertThat(history.mayTakeFrom(3, half)).isEmpty();
    assertThat(history.mayTakeFrom(2, half)).contains(NINE.plus(Duration.ofHours(1)));
    Instant ten = NINE.plus(Duration.ofHours(1));
    assertThat(history.mayTakeFrom(2, ten)).isEmpty();
    assertThat(history.tookUnpaid(ten).takes()).isEqualTo(new BookingHistory.Takes(ten, 1));
  }

  @Test
  void aSeatIsOwedFromMoneyThatCameTooLateUntilOneIsFound() {
    BookingHistory late = BookingHistory.NONE.left(SESSION).paidTooLate();
    assertThat(late.seatOwed()).isTrue();
    assertThat(late.foundPaid().seatOwed()).isFalse();
    assertThat(late.movedPaid().seatOwed()).isFalse();
  }

  @Test
  void whoNeverHadASeatIsOwedNone() {
    assertThat(BookingHistory.NONE.paidTooLate().seatOwed()).isFalse();
  }
}

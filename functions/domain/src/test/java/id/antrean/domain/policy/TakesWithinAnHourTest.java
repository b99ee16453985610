package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.TERMS;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingHistory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four seats an hour by the terms of these tests, one a minute from nine on. */
class TakesWithinAnHourTest {
  private static final Instant TEN = NOW.plus(Duration.ofHours(1));

  private final SeatRule rule = new TakesWithinAnHour(TERMS);

  private static Wishes took(int times) {
    BookingHistory history = BookingHistory.NONE;
    for (int minute = 0; minute < times; minute++) {
      history = history.tookUnpaid(NOW.plus(Duration.ofMinutes(minute)));
    }
    return ready().with(history).at(NOW.plus(Duration.ofMinutes(times)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void asManyAsTheTermsSayAreTaken(int times) {
    assertThat(rule.refuses(took(times).wish())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void oneMoreWaitsUntilTheHourIsOver(int times) {
    assertThat(rule.refuses(took(times).wish()))
        .contains(new Refusal.TooManyRequests(Duration.ofMinutes(60 - times)));
  }

  @Test
  void theHourBeginsWithTheFirstAndIsOverOnItsLastSecond() {
    Wishes siti = took(4);
    assertThat(rule.refuses(siti.at(TEN.minusSeconds(1)).wish()))
        .contains(new Refusal.TooManyRequests(Duration.ofSeconds(1)));
    assertThat(rule.refuses(siti.at(TEN).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(TEN.plusSeconds(1)).wish())).isEmpty();
  }
}

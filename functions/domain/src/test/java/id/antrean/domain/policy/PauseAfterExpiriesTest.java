package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.TERMS;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three are too many by the terms of these tests. */
class PauseAfterExpiriesTest {
  private static final Instant MORNING = NOW.minus(Duration.ofHours(5));
  private static final Instant NEXT_MORNING = MORNING.plus(Duration.ofDays(1));

  private final SeatRule rule = new PauseAfterExpiries(TERMS);

  private static Wishes expired(Instant... moments) {
    BookingHistory history = BookingHistory.NONE;
    for (Instant moment : moments) {
      history = history.expired(moment);
    }
    return ready().with(history);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void fewerThanTooManyAreForgiven(int times) {
    Instant[] moments = Stream.generate(() -> MORNING).limit(times).toArray(Instant[]::new);
    assertThat(rule.refuses(expired(moments).wish())).isEmpty();
  }

  @Test
  void whoLetsTooManyExpireWaitsUntilTheFirstOfThemIsADayOld() {
    Wishes siti = expired(MORNING, NOW.minusSeconds(2), NOW.minusSeconds(1));
    Refusal pause = new Refusal.Pause(NEXT_MORNING.atZone(CILEGON.zone()));
    assertThat(rule.refuses(siti.wish())).contains(pause);
    assertThat(rule.refuses(siti.at(NEXT_MORNING.minusSeconds(1)).wish())).contains(pause);
    assertThat(rule.refuses(siti.at(NEXT_MORNING).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(NEXT_MORNING.plusSeconds(1)).wish())).isEmpty();
  }

  @Test
  void ofMoreThanTooManyTheLatestCount() {
    Wishes siti = expired(MORNING.minusSeconds(2), MORNING.minusSeconds(1), MORNING, NOW, NOW);
    assertThat(rule.refuses(siti.wish()))
        .contains(new Refusal.Pause(NEXT_MORNING.atZone(CILEGON.zone())));
  }

  @Test
  void theEndIsToldByTheClockOfTheOfficeThatIsAsked() {
    assertThat(rule.refuses(expired(MORNING, NOW, NOW).asking(office(WIT)).wish()))
        .contains(new Refusal.Pause(NEXT_MORNING.atZone(WIT)));
  }

  @Test
  void theTermsSayHowManyAreTooMany() {
    SeatRule strict =
        new PauseAfterExpiries(
            new HoldTerms(
                TERMS.paymentWindow(),
                TERMS.grace(),
                TERMS.unpaidHolds(),
                1,
                TERMS.takesPerHour(),
                TERMS.guardedDays()));
    assertThat(strict.refuses(ready().wish())).isEmpty();
    assertThat(strict.refuses(expired(MORNING).wish()))
        .contains(new Refusal.Pause(NEXT_MORNING.atZone(CILEGON.zone())));
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeUntilCutOffTest {
  private final SeatRule rule = new TakeUntilCutOff();

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void aDayIsTakenUntilItBeginsAtTheOfficeThatIsAsked(ZoneId zone) {
    Wishes siti = ready().asking(office(zone));
    Instant begins = DAY.atStartOfDay(zone).toInstant();
    Refusal tooLate = new Refusal.TooLate(begins.atZone(zone));
    assertThat(rule.refuses(siti.at(begins.minusSeconds(1)).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(begins).wish())).contains(tooLate);
    assertThat(rule.refuses(siti.at(begins.plusSeconds(1)).wish())).contains(tooLate);
  }

  @Test
  void whereAndWhenASeatIsHadAlreadyDoesNotCount() {
    Wishes siti = paid(Status.CONFIRMED).seatAt(office(WIT), DAY.minusDays(10)).asking(office(WIB));
    Instant begins = DAY.atStartOfDay(WIB).toInstant();
    assertThat(rule.refuses(siti.at(begins.minusSeconds(1)).wish())).isEmpty();
    assertThat(rule.refuses(siti.on(DAY.plusDays(1)).at(begins).wish())).isEmpty();
  }
}

package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DENPASAR;
import static id.antrean.domain.policy.Wishes.draft;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeCutOffTest {

  private static SessionId on(LocalDate day) {
    return new SessionId(Wishes.CILEGON.id(), day, LocalTime.of(8, 0), Lane.REGULAR);
  }

  /** One day: until the end of the day before. None: until the end of the day itself. */
  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta,  1, 2026-12-07, 2026-12-06T17:00:00Z",
    "Asia/Makassar, 1, 2026-12-07, 2026-12-06T16:00:00Z",
    "Asia/Jayapura, 1, 2026-12-07, 2026-12-06T15:00:00Z",
    "Asia/Jakarta,  0, 2026-12-07, 2026-12-07T17:00:00Z",
    "Asia/Jakarta,  3, 2026-12-07, 2026-12-04T17:00:00Z",
    "Asia/Jayapura, 1, 2027-01-01, 2026-12-31T15:00:00Z",
    "Asia/Makassar, 2, 2028-03-01, 2028-02-28T16:00:00Z"
  })
  void anOfficesDayIsOpenUntilAMidnightOfItsOwn(
      ZoneId zone, int cutOffDays, LocalDate day, Instant until) {
    Office office = office(zone, cutOffDays, List.of());
    Refusal tooLate = new Refusal.TooLate(until.atZone(zone));
    Application siti = draft().application();
    assertThat(OfficeCutOff.passed(office, siti, on(day), until.minusSeconds(1))).isEmpty();
    assertThat(OfficeCutOff.passed(office, siti, on(day), until)).contains(tooLate);
    assertThat(OfficeCutOff.passed(office, siti, on(day), until.plusSeconds(1))).contains(tooLate);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta,  1, 2026-12-07, 2026-12-07T17:00:00Z",
    "Asia/Makassar, 3, 2026-12-07, 2026-12-07T16:00:00Z",
    "Asia/Jayapura, 0, 2026-12-31, 2026-12-31T15:00:00Z"
  })
  void whomItRegisteredAtItsDeskItLetsComeAndLeaveAsLongAsTheDayLasts(
      ZoneId zone, int cutOffDays, LocalDate day, Instant until) {
    Office office = office(zone, cutOffDays, List.of());
    Application siti = draft().madeAtDeskOf(office).application();
    assertThat(OfficeCutOff.passed(office, siti, on(day), until.minusSeconds(1))).isEmpty();
    assertThat(OfficeCutOff.passed(office, siti, on(day), until))
        .contains(new Refusal.TooLate(until.atZone(zone)));
  }

  @Test
  void anotherOfficesDeskIsToldAsEverybodyIs() {
    Office office = office(WIB, 1, List.of());
    Application siti = draft().madeAtDeskOf(DENPASAR).application();
    LocalDate day = LocalDate.of(2026, 12, 7);
    assertThat(OfficeCutOff.passed(office, siti, on(day), day.atStartOfDay(WIB).toInstant()))
        .isPresent();
  }
}

package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.offering;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.opening;
import static id.antrean.domain.office.Calendars.services;
import static id.antrean.domain.office.Calendars.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionAvailabilityTest {
  private static final Instant LONG_BEFORE = at(WIB, "2026-12-01T12:00:00");

  private static SessionAvailability of(Session session, Instant now) {
    return SessionAvailability.of(session, office(session.zone()), now);
  }

  @Test
  void seatsThatNobodyHasAreFree() {
    SessionAvailability seen = of(session(office(WIB), "2026-12-07T08:00", 20, 7), LONG_BEFORE);

    assertThat(seen.state()).isEqualTo(SeatState.OPEN);
    assertThat(seen.free()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "0, 0", "5, 12"})
  void aSessionIsFullAtItsQuotaAndAboveAQuotaThatWasLowered(int quota, int taken) {
    SessionAvailability seen =
        of(session(office(WIB), "2026-12-07T08:00", quota, taken), LONG_BEFORE);

    assertThat(seen.state()).isEqualTo(SeatState.FULL);
    assertThat(seen.free()).isZero();
  }

  @Test
  void whatTheOfficeClosedHasNothingFree() {
    SessionAvailability seen =
        of(session(office(WIB), "2026-12-07T08:00", 20, 3).closed(), LONG_BEFORE);

    assertThat(seen.state()).isEqualTo(SeatState.CLOSED);
    assertThat(seen.free()).isZero();
  }

  @Test
  void aLaneInWhichTheOfficeMakesNoPassportHasNothingFree() {
    Office expressOnly = offering(office(WIB), services(Lane.EXPRESS));

    SessionAvailability seen =
        SessionAvailability.of(
            session(expressOnly, "2026-12-07T08:00", 20, 7), expressOnly, LONG_BEFORE);

    assertThat(seen.state()).isEqualTo(SeatState.CLOSED);
    assertThat(seen.free()).isZero();
  }

  /** Neither the cut-off nor its beginning ends it, and it needs no lane to be offered. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-06T23:59:59, OPEN, 13",
    "2026-12-07T08:00:00, OPEN, 13",
    "2026-12-07T23:59:59, OPEN, 13",
    "2026-12-08T00:00:00, PAST, 0"
  })
  void walkInsAreTakenAsLongAsTheirDayLasts(String now, SeatState state, int free) {
    Office expressOnly = offering(office(WIB), services(Lane.EXPRESS));
    Session regular = session(expressOnly, "2026-12-07T08:00", 20, 7);
    SessionId id = regular.id();
    Session walkIns =
        new Session(
            new SessionId(id.office(), id.date(), id.start(), Lane.WALK_IN),
            regular.zone(),
            regular.length(),
            regular.quota(),
            regular.state(),
            regular.opensAt(),
            regular.seats(),
            null);

    SessionAvailability seen = SessionAvailability.of(walkIns, expressOnly, at(WIB, now));

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.free()).isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:59:59, NOT_YET_OPEN, 0",
    "2026-12-01T09:00:00, OPEN, 20",
    "2026-12-01T09:00:01, OPEN, 20"
  })
  void aSessionOpensAtItsOpeningSecond(String now, SeatState state, int free) {
    Session session =
        opening(session(office(WIB), "2026-12-07T08:00", 20, 0), at(WIB, "2026-12-01T09:00:00"));

    SessionAvailability seen = of(session, at(WIB, now));

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.free()).isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-12-07T08:00, 2026-12-06T16:59:59Z, OPEN",
    "Asia/Jakarta, 2026-12-07T08:00, 2026-12-06T17:00:00Z, CLOSED",
    "Asia/Makassar, 2026-12-07T08:00, 2026-12-06T15:59:59Z, OPEN",
    "Asia/Makassar, 2026-12-07T08:00, 2026-12-06T16:00:00Z, CLOSED",
    "Asia/Jayapura, 2026-12-07T08:00, 2026-12-06T14:59:59Z, OPEN",
    "Asia/Jayapura, 2026-12-07T08:00, 2026-12-06T15:00:00Z, CLOSED",
    // The last day of a month, of a year, of a February, and a leap day.
    "Asia/Jakarta, 2026-12-01T00:30, 2026-11-30T16:59:59Z, OPEN",
    "Asia/Jakarta, 2026-12-01T00:30, 2026-11-30T17:00:00Z, CLOSED",
    "Asia/Jayapura, 2027-01-01T08:00, 2026-12-31T14:59:59Z, OPEN",
    "Asia/Jayapura, 2027-01-01T08:00, 2026-12-31T15:00:00Z, CLOSED",
    "Asia/Makassar, 2028-02-29T08:00, 2028-02-28T15:59:59Z, OPEN",
    "Asia/Makassar, 2028-02-29T08:00, 2028-02-28T16:00:00Z, CLOSED",
    "Asia/Jakarta, 2028-03-01T08:00, 2028-02-29T16:59:59Z, OPEN",
    "Asia/Jakarta, 2028-03-01T08:00, 2028-02-29T17:00:00Z, CLOSED"
  })
  void holdsAreTakenUntilTheDayBeforeEndsAtTheOffice(
      ZoneId zone, String startsAt, Instant now, SeatState state) {
    SessionAvailability seen = of(session(office(zone), startsAt, 20, 0), now);

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.free()).isEqualTo(state == SeatState.OPEN ? 20 : 0);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-04T23:59:59, OPEN", "2026-12-05T00:00:00, CLOSED"})
  void anOfficeMayCutOffDaysBefore(String now, SeatState state) {
    Office office = office(WIB, 3, List.of());

    SessionAvailability seen =
        SessionAvailability.of(session(office, "2026-12-07T08:00", 20, 0), office, at(WIB, now));

    assertThat(seen.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-07T08:00:00", "2026-12-07T08:30:00", "2026-12-09T00:00:00"})
  void whatHasBegunIsPastWhateverElseItIs(String now) {
    Session session = session(office(WIB), "2026-12-07T08:00", 20, 0);
    Session opensLater = opening(session, at(WIB, "2026-12-31T00:00:00"));

    assertThat(List.of(session, session.closed(), opensLater))
        .extracting(it -> of(it, at(WIB, now)))
        .allSatisfy(
            seen -> {
              assertThat(seen.state()).isEqualTo(SeatState.PAST);
              assertThat(seen.free()).isZero();
            });
  }

  @Test
  void aSecondBeforeItBeginsItIsClosedNotPast() {
    SessionAvailability seen =
        of(session(office(WIB), "2026-12-07T08:00", 20, 0), at(WIB, "2026-12-07T07:59:59"));

    assertThat(seen.state()).isEqualTo(SeatState.CLOSED);
  }
}

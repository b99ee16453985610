package id.antrean.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatTest {

  private static Seat seat(String session, String zone) {
    SessionId id = SessionId.parse(session).orElseThrow();
    Instant starts = id.date().atTime(id.start()).atZone(ZoneId.of(zone)).toInstant();
    return new Seat(
        id,
        new HoldId(new ApplicationId("siti____________"), 1),
        starts,
        starts.plusSeconds(3600),
        ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta,  2026-12-07T16:59:59Z, 2026-12-07T16:59:59Z",
    "Asia/Jakarta,  2026-12-07T17:00:00Z, 2026-12-07T17:00:00Z",
    "Asia/Jakarta,  2026-12-07T18:30:00Z, 2026-12-07T17:00:00Z",
    "Asia/Jayapura, 2026-12-07T18:30:00Z, 2026-12-07T15:00:00Z",
    "Asia/Jayapura, 2026-12-01T08:00:00Z, 2026-12-01T08:00:00Z"
  })
  void nobodyPaysForADayThatIsOver(String zone, Instant payBy, Instant deadline) {
    Seat seat = seat("CLG.2026-12-07.0800.REGULAR", zone);

    assertThat(seat.deadline(payBy)).isEqualTo(deadline);
  }

  @ParameterizedTest
  @CsvSource({
    "CLG.2026-12-07.0800.REGULAR, 2026-12-07T17:00:00Z",
    "CLG.2026-12-08.0800.REGULAR, 2026-12-07T18:30:00Z"
  })
  void whoMovesKeepsTheDeadlineThatTheOtherDayAllows(String session, Instant deadline) {
    Seat other = seat(session, "Asia/Jakarta");
    Seat seat = seat("CLG.2026-12-09.0800.REGULAR", "Asia/Jakarta");

    assertThat(new Held(seat, Instant.parse("2026-12-07T18:30:00Z")).in(other))
        .isEqualTo(new Held(other, deadline));
    assertThat(new Confirmed(seat).in(other)).isEqualTo(new Confirmed(other));
  }
}

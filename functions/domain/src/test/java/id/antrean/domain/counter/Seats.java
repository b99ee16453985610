package id.antrean.domain.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Seats of people at Cilegon on 7 December, in sessions of an hour. */
final class Seats {
  static final OfficeId CILEGON = new OfficeId("CLG");
  static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private Seats() {}

  static Seat seat(String name, String time, Lane lane) {
    return seat(name, 1, time, lane);
  }

  /** One that was taken at that version of the application. */
  static Seat seat(String name, int version, String time, Lane lane) {
    LocalTime start = LocalTime.parse(time);
    ZonedDateTime begins = DAY.atTime(start).atZone(ZONE);
    return new Seat(
        new SessionId(CILEGON, DAY, start, lane),
        new HoldId(person(name), version),
        begins.toInstant(),
        begins.plusHours(1).toInstant(),
        ZONE);
  }

  static ApplicationId person(String name) {
    return new ApplicationId((name + "_______________").substring(0, 16));
  }

  /** That time on that day. */
  static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}

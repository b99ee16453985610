package id.antrean.offices;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.passport.PassportRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** People with a seat. */
final class Bookings {

  private Bookings() {}

  static HoldId hold(int number) {
    byte[] id = new byte[ApplicationId.BYTES];
    id[0] = (byte) number;
    return new HoldId(ApplicationId.of(id), 1);
  }

  static Application of(int number, String name, Status status, Session session) {
    HoldId hold = hold(number);
    return new Application(
        hold.application(),
        "siti",
        2,
        2,
        status,
        new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ELECTRONIC, 10),
        new Applicant(
            new ProtectedNik("9901********0001", "lookup", "sealed"),
            name,
            "SERANG",
            LocalDate.of(1995, 7, 1),
            Sex.FEMALE,
            "+6281200000001",
            null,
            null,
            List.of()),
        Identity.pending(),
        List.of(),
        List.of(),
        new SeatBooking(
            session.id(), hold, session.startsAt(), session.endsAt(), session.zone(), null),
        BookingHistory.NONE,
        new Timeline(0, List.of()),
        Instant.EPOCH,
        null);
  }
}

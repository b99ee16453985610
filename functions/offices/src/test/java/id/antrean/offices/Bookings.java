package id.antrean.offices;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.dossier.Dossier;
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
        new Dossier(
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
            Instant.EPOCH),
        new Booking(
            state(
                status,
                new Seat(session.id(), hold, session.startsAt(), session.endsAt(), session.zone())),
            List.of(),
            BookingHistory.NONE),
        new Timeline(0, List.of()),
        null);
  }

  private static BookingState state(Status status, Seat seat) {
    return switch (status) {
      case AWAITING_PAYMENT -> new BookingState.Held(seat, Instant.EPOCH);
      case CONFIRMED -> new BookingState.Confirmed(seat);
      case CHECKED_IN -> new BookingState.CheckedIn(seat);
      default -> throw new IllegalArgumentException("nobody has a seat in " + status);
    };
  }
}

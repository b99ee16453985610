package id.antrean.offices;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.memory.Samples;
import java.time.Instant;

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
    Application registered =
        Application.register(
            hold.application(),
            Samples.account("siti"),
            Samples.PASSPORT,
            Samples.applicant(name, name),
            Identity.pending(),
            Instant.EPOCH,
            null);
    return Samples.standing(
        registered,
        state(
            status,
            new Seat(session.id(), hold, session.startsAt(), session.endsAt(), session.zone())));
  }

  private static BookingState state(Status status, Seat seat) {
    return switch (status) {
      case AWAITING_PAYMENT -> new BookingState.Held(seat, Instant.EPOCH);
      case CONFIRMED -> new BookingState.Confirmed(seat);
      case CHECKED_IN -> new BookingState.CheckedIn(seat, Instant.EPOCH);
      default -> throw new IllegalArgumentException("nobody has a seat in " + status);
    };
  }
}

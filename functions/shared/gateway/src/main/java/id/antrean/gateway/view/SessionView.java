package id.antrean.gateway.view;

import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;

/** The session of a seat, in its office's time. */
public record SessionView(String id, String officeId, String startsAt, String endsAt, Lane lane)
    implements View {

  public static SessionView of(Seat seat) {
    return new SessionView(
        seat.session().toString(),
        seat.session().office().value(),
        Times.at(seat.startsAt(), seat.zone()),
        Times.at(seat.endsAt(), seat.zone()),
        seat.session().lane());
  }
}

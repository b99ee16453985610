package id.antrean.domain.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;

/**
 * What is shown at the door for one seat. Another seat has another ticket, so that one which was
 * moved, given up or opened again lets nobody in. Whether it does is decided by the application as
 * it stands when it is shown, never by the ticket.
 *
 * @param hold by which the application has its seat
 */
public record Ticket(TicketCode code, HoldId hold, SessionId session) {

  public static Ticket of(TicketCode code, Seat seat) {
    return new Ticket(code, seat.hold(), seat.session());
  }

  public ApplicationId application() {
    return hold.application();
  }

  /** Whether it is for that seat. */
  public boolean isFor(Seat seat) {
    return seat.is(session, hold);
  }
}

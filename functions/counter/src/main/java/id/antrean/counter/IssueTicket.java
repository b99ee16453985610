package id.antrean.counter;

import id.antrean.domain.Unavailable;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.NewTicketCode;
import id.antrean.domain.counter.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * The ticket of a seat, made when it is first asked for. A seat has one: whoever asks again, or at
 * the same moment on another phone, has the same.
 */
@Singleton
public final class IssueTicket {
  /** Codes drawn alike so often in a row are a fault, not chance. */
  private static final int DRAWS = 5;

  /** So long after the visit a code that is typed is still known, and told to be past. */
  private static final Period KNOWN = Period.ofDays(90);

  private final KeepTickets tickets;
  private final NewTicketCode codes;

  public IssueTicket(KeepTickets tickets, NewTicketCode codes) {
    this.tickets = tickets;
    this.codes = codes;
  }

  /** Throws {@link Unavailable}. */
  public Ticket of(Seat seat) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Optional<Ticket> known = tickets.of(seat.hold());
      if (known.isPresent()) {
        return known.get();
      }
      Ticket ticket = Ticket.of(codes.draw(), seat);
      if (tickets.keep(ticket, forgottenFrom(seat))) {
        return ticket;
      }
    }
    throw new Unavailable("no unused ticket code was drawn");
  }

  private static Instant forgottenFrom(Seat seat) {
    return seat.session().date().plus(KNOWN).atStartOfDay(seat.zone()).toInstant();
  }
}

package id.antrean.domain.counter;

import id.antrean.domain.office.HoldId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps tickets, each to be found by its code and by the hold whose it is; one a hold. Strongly
 * consistent. Throws {@link id.antrean.domain.Unavailable}.
 */
public interface KeepTickets {

  Optional<Ticket> of(HoldId hold);

  Optional<Ticket> by(TicketCode code);

  /**
   * Keeps a ticket unless its code is another's or its hold has one.
   *
   * @param until it may be forgotten after
   * @return whether it is kept now
   */
  boolean keep(Ticket ticket, Instant until);
}

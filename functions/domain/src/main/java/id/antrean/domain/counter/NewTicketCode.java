package id.antrean.domain.counter;

/** Draws codes for tickets. Two may be alike; whoever keeps them finds out. */
public interface NewTicketCode {
  /** Unguessable. */
  TicketCode draw();
}

package id.antrean.domain.counter;

import java.time.Instant;
import java.util.Optional;

/**
 * Makes the text of a ticket's QR, and reads one that was shown. Anybody can check it offline by a
 * key that is published; only we can make one. It names no person. Throws {@link
 * id.antrean.domain.Unavailable} when the key cannot be had.
 */
public interface SignTickets {

  /**
   * The same for the same ticket, as long as the key is the same.
   *
   * @param until the ticket is worth nothing after
   */
  String sign(Ticket ticket, Instant until);

  /** The ticket that a text says; empty where it is not signed by us. */
  Optional<Ticket> read(String text);
}

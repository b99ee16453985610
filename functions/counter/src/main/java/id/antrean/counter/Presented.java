package id.antrean.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.counter.TicketCode;
import java.util.Optional;

/** By what somebody at the counter is known. */
public sealed interface Presented {

  /** The text of a ticket's QR, as a scanner reads it. */
  record Scanned(String text) implements Presented {}

  /** The code on a ticket, as an officer types it. */
  record Typed(TicketCode code) implements Presented {}

  /** Their place in the day's list, for who has no ticket at hand. */
  record Listed(ApplicationId application) implements Presented {}

  /** What a scanner or an officer entered; empty where it can be neither. */
  static Optional<Presented> entered(String text) {
    return text.indexOf('.') >= 0
        ? Optional.of(new Scanned(text))
        : TicketCode.typed(text).map(Typed::new);
  }
}

package id.antrean.aws.counter;

import id.antrean.domain.counter.NewTicketCode;
import id.antrean.domain.counter.TicketCode;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Ticket codes out of the system's secure randomness: 40 bits. */
public final class RandomTicketCodes implements NewTicketCode {
  private final SecureRandom random = new SecureRandom();

  @Override
  public TicketCode draw() {
    return new TicketCode(
        random
            .ints(TicketCode.LENGTH, 0, TicketCode.ALPHABET.length())
            .mapToObj(place -> TicketCode.ALPHABET.substring(place, place + 1))
            .collect(Collectors.joining()));
  }
}

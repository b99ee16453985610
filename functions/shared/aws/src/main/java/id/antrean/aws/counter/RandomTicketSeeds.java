package id.antrean.aws.counter;

import id.antrean.domain.counter.NewTicketSeed;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Seeds out of the system's secure randomness, as Secrets Manager generates them for {@code
 * template.yaml}: 64 letters and digits.
 */
public final class RandomTicketSeeds implements NewTicketSeed {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 64;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String draw() {
    return random
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(place -> ALPHABET.substring(place, place + 1))
        .collect(Collectors.joining());
  }
}

package id.antrean.domain.counter;

import java.util.Locale;
import java.util.Optional;

/**
 * A ticket's short code, to be read aloud and typed: eight characters of an alphabet without those
 * that are taken for others (Crockford's base 32), written {@code K7Q2-9MXA}.
 *
 * @param value without the hyphen
 */
public record TicketCode(String value) {
  /** What a code is made of; no I, L, O and U. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public static final int LENGTH = 8;

  private static final int GROUP = 4;

  public TicketCode {
    if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new IllegalArgumentException("a ticket's code has " + LENGTH + " characters");
    }
  }

  /**
   * The code that somebody typed: in any case, with or without hyphens and spaces, with the letters
   * that look like a digit taken for it. Empty for what cannot be one.
   */
  public static Optional<TicketCode> typed(String text) {
    String code =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.of(new TicketCode(code))
        : Optional.empty();
  }

  /** As it is printed. */
  @Override
  public String toString() {
    return value.substring(0, GROUP) + "-" + value.substring(GROUP);
  }
}

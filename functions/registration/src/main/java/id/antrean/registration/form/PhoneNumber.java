package id.antrean.registration.form;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a phone number in the ways people write one: 0812-3456-7890, 62812…, +62 (0)812…, 0065….
 * What is kept is E.164, which can be dialled from anywhere. Whether a number is in use is not
 * judged: numbering plans change faster than a program that knows them.
 */
final class PhoneNumber {
  private static final int LONGEST_WRITTEN = 40;

  /** Blanks of any kind, hyphens and dashes, brackets, full stops. */
  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Zs}\\-\\p{Pd}().]");

  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]+");

  /** A country and its number: 8 to 15 digits, the first not 0, nor the first within ours. */
  private static final Pattern E164 = Pattern.compile("\\+(?!620)[1-9][0-9]{7,14}");

  private static final String HERE = "+62";

  private PhoneNumber() {}

  /** As it is kept; empty for what cannot be dialled. */
  static Optional<String> read(String text) {
    if (text.length() > LONGEST_WRITTEN) {
      return Optional.empty();
    }
    String written =
        SEPARATORS.matcher(text.replaceFirst("(?<=[0-9]\\s?)\\(0\\)", "")).replaceAll("");
    return WRITTEN.matcher(written).matches()
        ? Optional.of(withoutTrunkZero(withCountry(written)))
            .filter(number -> E164.matcher(number).matches())
        : Optional.empty();
  }

  private static String withCountry(String written) {
    if (written.startsWith("+")) {
      return written;
    }
    if (written.startsWith("00")) {
      return "+" + written.substring(2);
    }
    if (written.startsWith("0")) {
      return HERE + written.substring(1);
    }
    // Without a zero before it no number of ours begins with 62; anything else could be anybody's.
    return written.startsWith("62") ? "+" + written : "";
  }

  /** The zero is dialled within the country instead of its code, never after it. */
  private static String withoutTrunkZero(String number) {
    return number.startsWith(HERE + "0") ? HERE + number.substring(HERE.length() + 1) : number;
  }
}

package id.antrean.gateway;

import id.antrean.domain.ApplicationId;
import java.util.Optional;
import java.util.regex.Pattern;

/** An application's id, before it is written into a log. */
final class LoggedId {
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  private LoggedId() {}

  /**
   * Empty for what is no id. Whoever writes an identity number (NIK) into a path sends 16 digits,
   * which have the form of an id; an id of ours is of digits alone less than once in 10^12.
   */
  static Optional<String> of(String text) {
    return ApplicationId.isValid(text) && !DIGITS.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }
}

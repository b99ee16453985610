package id.antrean.registration.form;

import java.util.Optional;

/** How a person can be reached: as far as it can be told without trying. */
final class Contact {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;

  private Contact() {}

  /** An international number (E.164): a plus and 8 to 15 digits, the first not 0. */
  static Optional<String> phone(String text) {
    boolean sound =
        text.length() >= 9
            && text.length() <= 16
            && text.charAt(0) == '+'
            && text.charAt(1) != '0'
            && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    return sound ? Optional.of(text) : Optional.empty();
  }

  /** A mailbox at a domain with a dot; whether it exists only a letter can tell. */
  static Optional<String> email(String text) {
    int at = text.lastIndexOf('@');
    boolean sound =
        text.length() <= LONGEST_EMAIL
            && at > 0
            && at <= LONGEST_LOCAL_PART
            && isLocalPart(text.substring(0, at))
            && isDomain(text.substring(at + 1));
    return sound ? Optional.of(text) : Optional.empty();
  }

  private static boolean isLocalPart(String text) {
    return !text.startsWith(".")
        && !text.endsWith(".")
        && !text.contains("..")
        && text.chars().allMatch(c -> isLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.-".indexOf(c) >= 0);
  }

  private static boolean isDomain(String text) {
    String[] labels = text.split("\\.", -1);
    if (labels.length < 2) {
      return false;
    }
    for (String label : labels) {
      if (label.isEmpty()
          || label.length() > LONGEST_LABEL
          || label.startsWith("-")
          || label.endsWith("-")
          || !label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')) {
        return false;
      }
    }
    return labels[labels.length - 1].chars().noneMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}

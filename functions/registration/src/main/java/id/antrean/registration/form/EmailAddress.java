package id.antrean.registration.form;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an e-mail address as far as it can be told without sending a letter: a mailbox at a domain
 * of at least two labels. A domain in letters of any script is kept as the ASCII name that mail is
 * sent to; mailboxes are ASCII, because few mail systems deliver to others.
 */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_MAILBOX = 64;

  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  /** Labels of letters, digits and inner hyphens; the last a word or an encoded one (xn--p1ai). */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])");

  private EmailAddress() {}

  /** As it is kept; empty for what no letter can be sent to. */
  static Optional<String> read(String written) {
    String text = written.strip();
    int at = text.lastIndexOf('@');
    if (text.length() > LONGEST || at < 1 || at > LONGEST_MAILBOX) {
      return Optional.empty();
    }
    String mailbox = text.substring(0, at);
    return MAILBOX.matcher(mailbox).matches()
        ? asciiDomain(text.substring(at + 1))
            .map(domain -> mailbox + "@" + domain)
            .filter(address -> address.length() <= LONGEST)
        : Optional.empty();
  }

  private static Optional<String> asciiDomain(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES))
          .filter(ascii -> DOMAIN.matcher(ascii).matches());
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }
}

package id.antrean.domain.payment;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What a sender wrote, as far as a person may see it. A signature says who wrote it, not that it is
 * short or plain: control characters, marks that turn the direction of text, and whatever goes
 * beyond the length stay in the raw notification.
 */
public final class SentText {
  private SentText() {}

  /** The text in one line of that many characters at the most; null for what has none left. */
  public static @Nullable String shown(@Nullable String sent, int longest) {
    if (sent == null) {
      return null;
    }
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(start(sent, longest), Normalizer.Form.NFC)
        .codePoints()
        .map(character -> isSpace(character) ? ' ' : character)
        .filter(SentText::isPlain)
        .filter(character -> character != ' ' || !endsWithSpace(shown))
        .limit(longest)
        .forEachOrdered(shown::appendCodePoint);
    String line = shown.toString().strip();
    return line.isEmpty() ? null : line;
  }

  /** Nobody normalises a hundred thousand characters to show forty. */
  private static String start(String sent, int longest) {
    return sent.length() <= 8 * longest ? sent : sent.substring(0, 8 * longest);
  }

  private static boolean endsWithSpace(StringBuilder shown) {
    return shown.isEmpty() || shown.charAt(shown.length() - 1) == ' ';
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}

package id.antrean.registration.dukcapil;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The registry's words for how well one element agrees: "Sesuai", "Tidak Sesuai", "Sesuai (92)",
 * "(75)", or nothing.
 */
final class MatchText {

  private static final int WHOLLY = 100;
  private static final Pattern WORDS =
      Pattern.compile("(?<word>sesuai)?\\s*(?:\\((?<score>\\d{1,3})\\))?");
  private static final Pattern NO_MATCH = Pattern.compile("tidak sesuai\\s*(?:\\(\\d{1,3}\\))?");

  private MatchText() {}

  /** Agreement from 0 to 100; empty if the text is none of the registry's. */
  static OptionalInt score(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty() || NO_MATCH.matcher(words).matches()) {
      return OptionalInt.of(0);
    }
    Matcher match = WORDS.matcher(words);
    if (!match.matches()) {
      return OptionalInt.empty();
    }
    String score = match.group("score");
    return OptionalInt.of(score == null ? WHOLLY : Math.min(WHOLLY, Integer.parseInt(score)));
  }
}

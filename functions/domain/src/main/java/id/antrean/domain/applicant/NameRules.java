package id.antrean.domain.applicant;

import java.util.regex.Pattern;

/**
 * What can be a name. Letters of every script with their marks; the apostrophes that people type
 * (MA'RUF, MA`RUF, \u2018AISYAH), hyphens, full stops and commas (M. ALI, S.Ag), the slash of A/L
 * and B/O, and digits, which old records of the registry have. It never decides that somebody's
 * name is wrong: single names, one letter and any script are fine.
 */
public final class NameRules {
  private static final String APOSTROPHES = "'`\u00B4\u2018\u2019\u201B";

  /** More marks than this on one letter are drawn over the lines around it. */
  private static final String LETTER = "\\p{L}\\p{M}{0,8}";

  private static final Pattern PERSON = Pattern.compile(beginning() + following(""));

  /** Quarters have numbers (16 ULU), and what is explained stands in brackets. */
  private static final Pattern PLACE =
      Pattern.compile("(?:[0-9]{1,4} ?)?" + beginning() + following("()"));

  private NameRules() {}

  /** Whether a plain text can be a person's name. */
  public static boolean isPersonsName(String text) {
    return PERSON.matcher(text).matches();
  }

  /** Whether a plain text can be a place's name. */
  public static boolean isPlacesName(String text) {
    return PLACE.matcher(text).matches();
  }

  private static String beginning() {
    return "[" + APOSTROPHES + "]?" + LETTER;
  }

  private static String following(String more) {
    return "(?:" + LETTER + "|[" + APOSTROPHES + more + "0-9 .,/\\-\u2010\u2011\u00B7])*";
  }
}

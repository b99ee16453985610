package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What every sentence for people has to be, whatever it is about. */
public final class Sentences {

  /** Raw ids, raw times, names of the code, places that nothing was put into. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\{\\d}|null|\\[|\\]"
              + "|\\d{4}-\\d{2}-\\d{2}T"
              + "|[A-Z0-9]{2,8}\\.\\d{4}-\\d{2}-\\d{2}\\.\\d{4}"
              + "|[A-Z]+_[A-Z]+"
              + "|\\b(REGULAR|PRIORITY|EXPRESS|DRAFT|READY|CONFIRMED|CANCELLED|MATCHED|DIFFERS|PENDING)\\b");

  private Sentences() {}

  public static void areForPeople(String indonesian, String english) {
    for (String sentence : new String[] {indonesian, english}) {
      assertThat(sentence)
          .doesNotContainPattern(RAW)
          .matches("\\p{Lu}.*[.!]")
          .doesNotContain("  ", ": .", " .");
    }
    assertThat(english).as("in the other language").isNotEqualTo(indonesian);
  }
}

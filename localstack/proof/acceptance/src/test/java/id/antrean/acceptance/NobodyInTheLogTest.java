package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.FunctionLogs;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every line that the functions wrote while the suite ran, whatever went wrong meanwhile: nobody is
 * in it. Last but one, since it reads what all others caused.
 */
@OnAStack
@Needs(Ability.DEVELOPERS_VIEW)
@Order(Integer.MAX_VALUE - 1)
@DisplayName("What all functions wrote down")
final class NobodyInTheLogTest {

  /** What a person, or their token, looks like; the people of these tests are called so. */
  private static final Map<String, Pattern> PERSONAL =
      Map.of(
          "an identity number", Pattern.compile("(?<![0-9A-Za-z-])99[0-9]{14}(?![0-9A-Za-z-])"),
          "a name", Pattern.compile("SITI|AMINAH|RAHASIA"),
          "a telephone number", Pattern.compile("\\+62[0-9]{6,}"),
          "an e-mail address", Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9-]+\\.[a-z]+"),
          "a token", Pattern.compile("Bearer |eyJ[A-Za-z0-9_-]{8,}\\."));

  private final Stack stack;

  NobodyInTheLogTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void says_nothing_of_anybody() {
    List<String> lines = new FunctionLogs(stack.api()).lines();

    assertThat(lines).isNotEmpty();
    PERSONAL.forEach(
        (what, pattern) ->
            assertThat(lines).as(what).noneMatch(line -> pattern.matcher(line).find()));
  }
}

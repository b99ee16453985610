package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  void says_nothing_of_anybody() throws IOException {
    List<String> found = new ArrayList<>();
    int lines = 0;
    Path folder =
        Project.root().resolve(".antrean/logs").resolve("" + stack.api().base().getPort());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".log")).toList()) {
        for (String line : Files.readAllLines(file)) {
          lines++;
          PERSONAL.forEach(
              (what, pattern) -> {
                if (pattern.matcher(line).find()) {
                  found.add(file.getFileName() + " has " + what + ": " + line);
                }
              });
        }
      }
    }
    assertThat(lines).as("lines that were read").isPositive();
    assertThat(found).isEmpty();
  }
}

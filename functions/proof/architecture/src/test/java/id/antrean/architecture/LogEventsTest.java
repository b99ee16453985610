package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.gateway.LogEvent;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is called by an alarm finds what it means. */
class LogEventsTest {
  private static final Pattern EVENT = Pattern.compile("`([a-z-]+)`");

  @Test
  void everyEventThatAPersonShouldKnowOfIsExplained() {
    assertThat(explained())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LogEvent.values())
                .filter(LogEvent::isAlarm)
                .map(LogEvent::toString)
                .toList());
  }

  /** The first column of the table. */
  private static Stream<String> explained() {
    String text = House.text(Path.of("infra", "README.md"));
    String section = text.substring(text.indexOf("## What the log says"));
    return section
        .substring(0, section.indexOf("\n## "))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> EVENT.matcher(cell).results().map(match -> match.group(1)));
  }
}

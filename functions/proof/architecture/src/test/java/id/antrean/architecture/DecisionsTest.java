package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions are on record in one form, numbered, and found from their list. */
class DecisionsTest {
  private static final Path FOLDER = House.ROOT.resolve("infra/decisions");

  private static final List<String> PARTS =
      List.of(
          "## Context",
          "## Decision",
          "## What it cost, what it gained",
          "## What would change our mind");

  private static List<String> records() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordHasItsNumberItsPartsAndItsPlaceInTheList(String name) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(name));
    String title = lines.getFirst().replaceFirst("^# \\d+\\. ", "");

    assertThat(name).matches("\\d{4}-[a-z-]+\\.md");
    assertThat(lines.getFirst())
        .isEqualTo("# " + Integer.parseInt(name.substring(0, 4)) + ". " + title);
    assertThat(lines.stream().filter(line -> line.startsWith("#")).skip(1))
        .containsExactlyElementsOf(PARTS);
    assertThat(Files.readString(FOLDER.resolve("README.md")))
        .contains("[" + title + "](" + name + ")");
  }

  @Test
  void noNumberIsLeftOutOrUsedTwice() throws IOException {
    List<String> records = records();

    assertThat(records.stream().map(name -> Integer.parseInt(name.substring(0, 4))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, records.size()).boxed().toList());
  }
}

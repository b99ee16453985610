package id.antrean.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path all;

  private Path stack(String name, String started) throws IOException {
    Path folder = Files.createDirectories(all.resolve(name));
    Files.setLastModifiedTime(
        Files.createFile(folder.resolve("in-use")), FileTime.from(Instant.parse(started)));
    return folder;
  }

  private static void write(Path folder, String function, String text) throws IOException {
    Files.writeString(
        folder.resolve(function + ".log"),
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String entry(String time, String event, String request) {
    return """
    {"timestamp":"2026-11-26T00:00:%sZ","level":"INFO","event":"%s","requestId":"%s"}
    """
        .formatted(time, event, request);
  }

  @Test
  void linesOfAllFunctionsComeInOrderOfTimeAndLaterOnesAfterThem() throws IOException {
    Path folder = stack("8080", "2026-11-26T00:00:00Z");
    write(folder, "BookingFunction", entry("01.000", "first", "a") + entry("03.000", "third", "a"));
    write(folder, "ExpiryFunction", entry("02.000", "second", "b"));
    Logs logs = Logs.newest(all, any -> true);

    assertThat(logs.news(line -> true))
        .extracting(line -> line.replaceFirst("^.*?(first|second|third).*$", "$1"))
        .containsExactly("first", "second", "third");
    assertThat(logs.news(line -> true)).isEmpty();

    write(folder, "BookingFunction", entry("04.000", "fourth", "a") + "half a li");
    assertThat(logs.news(line -> true)).singleElement().asString().contains("fourth", "Booking");
    write(folder, "BookingFunction", "ne\n");
    assertThat(logs.news(line -> true)).singleElement().asString().endsWith("half a line");
  }

  @Test
  void oneRequestIsPickedOut() throws IOException {
    Path folder = stack("8080", "2026-11-26T00:00:00Z");
    write(
        folder,
        "BookingFunction",
        entry("01.000", "mine", "r-1") + entry("02.000", "other", "r-2"));
    write(folder, "ExpiryFunction", entry("03.000", "mine-too", "r-1"));

    assertThat(Logs.newest(all, any -> true).news(line -> line.contains("r-1")))
        .hasSize(2)
        .noneMatch(line -> line.contains("other"));
  }

  @Test
  void theStackThatStartedLastIsMeant() throws IOException {
    write(stack("8080", "2026-11-26T00:00:00Z"), "X", "old\n");
    write(stack("9000", "2026-11-26T01:00:00Z"), "X", "new\n");

    assertThat(Logs.newest(all, any -> true).news(line -> true))
        .singleElement()
        .asString()
        .endsWith("new");
    assertThat(Logs.newest(all, folder -> folder.endsWith("8080")).news(line -> true))
        .singleElement()
        .asString()
        .endsWith("old");
    assertThatThrownBy(() -> Logs.newest(all, folder -> false))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("./antrean up");
  }
}

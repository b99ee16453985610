package id.antrean.uploads.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every file that is made to exhaust who opens it is judged, one after the other, in a Java that
 * has 256 MB for its tests' own making of them too. That it comes to an end at all is the bound on
 * its work: left to themselves, half of these would take hours.
 */
class HostileFilesTest {

  @Test
  void theWorstFilesAreJudgedWithin256Megabytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFiles.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = output.lines().toList();
    assertThat(lines)
        .hasSize(
            HostileFiles.pdfs().size() + HostileFiles.pngs().size() + HostileFiles.jpegs().size());
    assertRefused(lines, "PDF", HostileFiles.pdfs());
    assertRefused(lines, "PNG", HostileFiles.pngs());
    assertRefused(lines, "JPEG", HostileFiles.jpegs());
  }

  private static void assertRefused(
      List<String> lines, String type, Map<String, Supplier<byte[]>> files) {
    for (String name : files.keySet()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith(type + " | " + name + " | "))
          .singleElement()
          .asString()
          .contains("Unsound");
    }
  }
}

package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.emulators.clock.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

  @Test
  void theLeadIsWrittenForFunctionsAndKept(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deep").resolve("clock.txt");
    MovableClock clock = MovableClock.keptIn(file);
    assertThat(file).hasContent("PT0S");

    clock.advance(Duration.ofHours(2));
    clock.advance(Duration.ofMinutes(1));

    assertThat(file).hasContent("PT2H1M");
    assertThat(MovableClock.keptIn(file).lead()).isEqualTo(Duration.parse("PT2H1M"));
    try (var files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void listenersSeeTheMovedTime() {
    MovableClock clock = MovableClock.inMemory();
    Instant before = clock.instant();
    List<Instant> seen = new ArrayList<>();
    clock.onMove(() -> seen.add(clock.instant()));

    clock.advance(Duration.ofDays(1));

    assertThat(seen)
        .singleElement()
        .satisfies(moment -> assertThat(moment).isAfterOrEqualTo(before.plus(Duration.ofDays(1))));
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatThrownBy(() -> MovableClock.inMemory().advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rubbishInTheFileIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("clock.txt"), "tomorrow");

    assertThatThrownBy(() -> MovableClock.keptIn(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clock.txt");
  }
}

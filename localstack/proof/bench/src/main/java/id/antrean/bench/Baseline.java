package id.antrean.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures that were kept to compare with.
 *
 * @param note what else is to be known of that run
 */
record Baseline(
    String date, int cores, String jdk, String note, Plan plan, Map<String, Double> figures) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static Baseline of(Result result, String note) {
    return new Baseline(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        note,
        result.plan(),
        result
            .figures()
            .collect(
                Collectors.toMap(
                    Figure::key,
                    figure -> Math.round(figure.value() * 1000) / 1000.0,
                    (one, other) -> one,
                    TreeMap::new)));
  }

  static Optional<Baseline> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), Baseline.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    try {
      Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Double> figure(String key) {
    return Optional.ofNullable(figures.get(key));
  }

  String title() {
    return "baseline of %s, %d cores, JDK %s%s"
        .formatted(date.substring(0, 10), cores, jdk, note.isEmpty() ? "" : ", " + note);
  }
}

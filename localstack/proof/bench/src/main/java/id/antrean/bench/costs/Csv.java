package id.antrean.bench.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of rows under a heading. The last field goes to the end of its line, commas and all; a
 * line that begins with # is for people.
 */
final class Csv {
  private Csv() {}

  /** A row, read by the heading's names. */
  record Row(List<String> names, List<String> fields) {
    String text(String name) {
      int place = names.indexOf(name);
      if (place < 0) {
        throw new IllegalArgumentException(name + " is none of " + names);
      }
      return fields.get(place);
    }

    BigDecimal number(String name) {
      return new BigDecimal(text(name));
    }
  }

  /**
   * All of its rows.
   *
   * @throws IllegalArgumentException if one has fewer fields than the heading
   */
  static List<Row> rows(Path file) {
    List<String> written =
        lines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<String> names = fields(written.getFirst(), 0);
    return written.stream().skip(1).map(line -> row(file, names, line)).toList();
  }

  private static Row row(Path file, List<String> names, String line) {
    List<String> fields = fields(line, names.size());
    if (fields.size() < names.size()) {
      throw new IllegalArgumentException(
          "%s: \"%s\" has not every field of %s".formatted(file.getFileName(), line, names));
    }
    return new Row(names, fields);
  }

  private static List<String> fields(String line, int most) {
    return List.of(line.split(",", most == 0 ? -1 : most));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

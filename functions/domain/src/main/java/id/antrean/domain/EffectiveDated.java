package id.antrean.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Rows of a data file beside the code, each with the day from which it holds. Changing a tariff or
 * a requirement is a new row there, not a change of code.
 */
public final class EffectiveDated {

  /** The days on which rules begin are days in Jakarta, as regulations mean them. */
  public static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private EffectiveDated() {}

  /** One row: its day and the columns after it. */
  public record Row(LocalDate from, List<String> columns) {
    public String column(int index) {
      return columns.get(index);
    }
  }

  /** All rows in the file's order. Lines that start with # and the heading are passed over. */
  public static List<Row> rows(Class<?> beside, String file) {
    try (InputStream in =
            Objects.requireNonNull(
                beside.getResourceAsStream(file), () -> "missing data: " + file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && Character.isDigit(line.charAt(0)))
          .map(line -> List.of(line.split(",", -1)))
          .map(cells -> new Row(LocalDate.parse(cells.get(0)), cells.subList(1, cells.size())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

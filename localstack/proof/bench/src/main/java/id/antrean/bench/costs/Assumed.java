package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What cannot be counted here, each with its reason in the data. */
record Assumed(Map<String, BigDecimal> values) {

  static Assumed read(Path file) {
    Map<String, BigDecimal> values = new HashMap<>();
    Csv.rows(file).forEach(row -> values.put(row.text("name"), row.number("value")));
    return new Assumed(values);
  }

  /**
   * That value.
   *
   * @throws IllegalArgumentException if nothing is assumed of it
   */
  BigDecimal of(String name) {
    BigDecimal value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("assumed.csv has no " + name);
    }
    return value;
  }

  /** With another value. */
  Assumed with(String name, BigDecimal value) {
    Map<String, BigDecimal> others = new HashMap<>(values);
    others.put(name, value);
    return new Assumed(others);
  }
}

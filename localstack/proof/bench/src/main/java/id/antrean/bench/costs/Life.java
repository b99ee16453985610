package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How often each step is taken for one application.
 *
 * @param times by step, in their order
 */
record Life(Map<String, BigDecimal> times) {
  private static final String LOOK = "look";

  static Life read(Path file) {
    Map<String, BigDecimal> times = new LinkedHashMap<>();
    Csv.rows(file).forEach(row -> times.put(row.text("step"), row.number("times")));
    return new Life(times);
  }

  /** The same, where people look at things another number of times. */
  Life looking(UnaryOperator<BigDecimal> change) {
    Map<String, BigDecimal> others = new LinkedHashMap<>(times);
    others.replaceAll((step, often) -> step.startsWith(LOOK) ? change.apply(often) : often);
    return new Life(others);
  }
}

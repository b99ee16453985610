package id.antrean.bench.starts;

import java.util.List;
import java.util.Optional;

/**
 * What was measured of one subject.
 *
 * @param firstAnswer milliseconds from exec, each start of them
 * @param firstMemory megabytes after it
 * @param holding what came of a thousand holds; only of what holds
 */
record Measured(
    Subject subject,
    List<Double> firstAnswer,
    List<Double> firstMemory,
    Optional<Holding> holding) {

  /**
   * A thousand holds in one process, each given back.
   *
   * @param memory megabytes after all of them
   * @param early processor milliseconds of one among the first hundred after the first: an
   *     environment of Lambda sees no more of them in a quiet hour
   * @param late of one among the last two hundred, when a JVM has compiled what it needs
   */
  record Holding(double memory, double early, double late) {}

  double answered() {
    return median(firstAnswer);
  }

  double memory() {
    return median(firstMemory);
  }

  static double median(List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}

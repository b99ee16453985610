package id.antrean.stack.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An alarm of the template.
 *
 * @param name its logical id
 * @param periods how many are looked at, the last one ending now
 * @param toAlarm in how many of them the threshold has to be passed
 * @param missing what a period is taken for in which nothing was measured
 */
public record Alarm(
    String name,
    String description,
    Source source,
    Duration period,
    int periods,
    int toAlarm,
    Comparison comparison,
    double threshold,
    Missing missing) {

  /** What it looks at. */
  sealed interface Source {}

  /** One metric. */
  record Measured(MetricName metric, Statistic.Of statistic) implements Source {}

  /** What is reckoned from several, by the names under which the expression knows them. */
  record Computed(Formula formula, Map<String, Measured> metrics) implements Source {
    Computed {
      metrics = Map.copyOf(metrics);
    }
  }

  /** When a value passes the threshold. */
  enum Comparison {
    GREATER_THAN_THRESHOLD,
    GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    LESS_THAN_THRESHOLD,
    LESS_THAN_OR_EQUAL_TO_THRESHOLD;

    boolean isPassed(double value, double threshold) {
      return switch (this) {
        case GREATER_THAN_THRESHOLD -> value > threshold;
        case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
        case LESS_THAN_THRESHOLD -> value < threshold;
        case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
      };
    }
  }

  /** As the template writes them. */
  enum Missing {
    NOT_BREACHING,
    BREACHING,
    MISSING,
    IGNORE
  }

  /** As CloudWatch calls it. */
  public enum State {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  /**
   * How an alarm is now.
   *
   * @param values of its periods, the newest first; NaN where nothing was measured
   */
  public record Standing(Alarm alarm, State state, List<Double> values) {}
}

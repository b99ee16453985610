package id.antrean.gateway;

import id.antrean.gateway.EventLog.Detail;
import java.time.Duration;
import java.util.List;

/**
 * How much of something there was.
 *
 * @param value in the metric's unit
 * @param by what it is told apart by; few values each, since every combination is paid for
 */
public record Measure(Metric metric, long value, List<Detail> by) {

  public Measure {
    by = List.copyOf(by);
  }

  /** So many of it. */
  public static Measure of(Metric metric, long count) {
    return new Measure(metric, count, List.of());
  }

  /** One of it, told apart. */
  public static Measure once(Metric metric, Detail... by) {
    return new Measure(metric, 1, List.of(by));
  }

  /** So long, in whole seconds; never below nothing. */
  public static Measure of(Metric metric, Duration time) {
    return of(metric, Math.max(0, time.toSeconds()));
  }
}

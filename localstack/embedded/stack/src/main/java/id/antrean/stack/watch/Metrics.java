package id.antrean.stack.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was measured in the last two days of business time, which no alarm looks beyond. */
public final class Metrics {
  private static final Duration KEPT = Duration.ofDays(2);

  /** Of one metric; older ones go first. */
  private static final int MOST = 20_000;

  private final Map<MetricName, Deque<Datum>> byName = new HashMap<>();

  private record Datum(Instant at, double value) {}

  /** Takes one value in, in the order of time. */
  public synchronized void add(MetricName metric, Instant at, double value) {
    Deque<Datum> data = byName.computeIfAbsent(metric, any -> new ArrayDeque<>());
    data.addLast(new Datum(at, value));
    while (data.size() > MOST || data.getFirst().at().isBefore(at.minus(KEPT))) {
      data.removeFirst();
    }
  }

  /** The values after the one moment and not after the other. */
  synchronized List<Double> within(MetricName metric, Instant after, Instant until) {
    return byName.getOrDefault(metric, new ArrayDeque<>()).stream()
        .filter(datum -> datum.at().isAfter(after) && !datum.at().isAfter(until))
        .map(Datum::value)
        .toList();
  }
}

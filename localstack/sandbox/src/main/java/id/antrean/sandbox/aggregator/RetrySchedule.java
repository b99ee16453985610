package id.antrean.sandbox.aggregator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When an aggregator comes again with what was not answered by 2xx, as its documentation says; the
 * random part of it is left out.
 *
 * @param waits after each attempt that was refused
 * @param mostBy how often at the most it comes again after that status; the number of waits for
 *     every other
 */
public record RetrySchedule(List<Duration> waits, Map<Integer, Integer> mostBy) {
  /** The status of a delivery that was not answered. */
  public static final int NO_ANSWER = 0;

  public RetrySchedule {
    waits = List.copyOf(waits);
    mostBy = Map.copyOf(mostBy);
  }

  public static RetrySchedule after(Duration... waits) {
    return new RetrySchedule(List.of(waits), Map.of());
  }

  /**
   * How long it waits before it comes again; empty when it does not.
   *
   * @param refused how many attempts were, this one included
   */
  Optional<Duration> next(int refused, int status) {
    int most = mostBy.getOrDefault(status, waits.size());
    return refused <= Math.min(most, waits.size())
        ? Optional.of(waits.get(refused - 1))
        : Optional.empty();
  }
}

package id.antrean.memory;

import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.CountUse;
import id.antrean.domain.allowance.Window;
import java.util.HashMap;
import java.util.Map;

/** Uses in memory. */
public final class MemoryUses implements CountUse {
  private final Map<Use, Integer> counts = new HashMap<>();

  private record Use(Allowance allowance, String whose, Window window) {}

  @Override
  public synchronized boolean count(
      Allowance allowance, String whose, Window window, int times, int limit) {
    Use use = new Use(allowance, whose, window);
    int counted = counts.getOrDefault(use, 0);
    if (counted + times > limit) {
      return false;
    }
    counts.put(use, counted + times);
    return true;
  }

  /** How many uses were counted in all. */
  public synchronized int counted(Allowance allowance) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().allowance() == allowance)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}

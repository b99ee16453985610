package id.antrean.bench.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted while a step goes on, by whoever does it. */
final class Tally {
  private final Map<String, Map<Unit, Double>> counted = new TreeMap<>();

  synchronized void add(String by, Unit unit, double amount) {
    if (amount != 0) {
      counted.computeIfAbsent(by, any -> new TreeMap<>()).merge(unit, amount, Double::sum);
    }
  }

  /** All of it, as that step's; and from the start again. */
  synchronized List<Work> taken(String step) {
    List<Work> work = new ArrayList<>();
    counted.forEach(
        (by, amounts) ->
            amounts.forEach((unit, amount) -> work.add(Work.of(step, by, unit, amount))));
    counted.clear();
    return work;
  }
}

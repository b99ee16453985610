package id.antrean.payments;

import java.util.List;
import java.util.Optional;

/** The aggregators whose notifications are taken in. */
public record Aggregators(List<Aggregator> all) {

  public Aggregators {
    all = List.copyOf(all);
  }

  public Optional<Aggregator> named(String name) {
    return all.stream().filter(aggregator -> aggregator.name().equals(name)).findFirst();
  }
}

package id.antrean.payments;

import java.util.List;
import java.util.Optional;

/** The aggregators whose notifications are taken in. */
record Aggregators(List<Aggregator> all) {

  Aggregators {
    all = List.copyOf(all);
  }

  Optional<Aggregator> named(String name) {
    return all.stream().filter(aggregator -> aggregator.name().equals(name)).findFirst();
  }
}

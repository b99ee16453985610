package id.antrean.payments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.EffectiveDated;
import id.antrean.payments.Reconcile.FindLists;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A list of every day around the one on which it is made, empty at first. */
final class DailyLists implements FindLists {
  private final Map<LocalDate, ArrayNode> lists = new HashMap<>();
  private final Clock clock;

  DailyLists(Clock clock) {
    this.clock = clock;
    for (int day = -5; day < 10; day++) {
      lists.put(today().plusDays(day), JsonNodeFactory.instance.arrayNode());
    }
  }

  @Override
  public Optional<String> of(String aggregator, LocalDate day) {
    return Optional.ofNullable(lists.get(day)).map(items -> "{\"items\":" + items + "}");
  }

  LocalDate today() {
    return clock.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
  }

  /** Another line of today's. */
  ObjectNode addLine() {
    return Objects.requireNonNull(lists.get(today())).addObject();
  }

  /** That day's cannot be had. */
  ArrayNode withhold(LocalDate day) {
    return Objects.requireNonNull(lists.remove(day));
  }

  void bring(LocalDate day, ArrayNode list) {
    lists.put(day, list);
  }
}

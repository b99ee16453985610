package id.antrean.senders;

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

  /** The one that posts to the place of all under that name. */
  public Optional<WebhookSender> posting(String name) {
    return named(name).filter(WebhookSender.class::isInstance).map(WebhookSender.class::cast);
  }
}

package id.antrean.stack.watch;

import java.util.Map;

/**
 * A metric, as CloudWatch tells them apart: with other dimensions it is another metric.
 *
 * @param dimensions none of a metric of the whole account
 */
public record MetricName(String namespace, String name, Map<String, String> dimensions) {

  public MetricName {
    dimensions = Map.copyOf(dimensions);
  }
}

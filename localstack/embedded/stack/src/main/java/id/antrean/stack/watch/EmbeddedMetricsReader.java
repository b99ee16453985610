package id.antrean.stack.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds metrics in what functions print, by the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>. A line that is something else is passed over, as CloudWatch does.
 */
final class EmbeddedMetricsReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "\"_aws\"";

  private final Metrics metrics;

  EmbeddedMetricsReader(Metrics metrics) {
    this.metrics = metrics;
  }

  void read(String line) {
    if (!line.startsWith("{") || !line.contains(METADATA)) {
      return;
    }
    try {
      take(JSON.readTree(line));
    } catch (JsonProcessingException cutShort) {
      // A process that was killed while it wrote: CloudWatch has no metric of it either.
    }
  }

  private void take(JsonNode line) {
    Instant at = Instant.ofEpochMilli(line.at("/_aws/Timestamp").asLong());
    for (JsonNode directive : line.at("/_aws/CloudWatchMetrics")) {
      for (JsonNode dimensions : directive.path("Dimensions")) {
        for (JsonNode metric : directive.path("Metrics")) {
          add(line, directive.path("Namespace").asText(), dimensions, metric, at);
        }
      }
    }
  }

  private void add(
      JsonNode line, String namespace, JsonNode dimensions, JsonNode metric, Instant at) {
    Map<String, String> by = new HashMap<>();
    dimensions.forEach(
        dimension -> by.put(dimension.asText(), line.path(dimension.asText()).asText()));
    String name = metric.path("Name").asText();
    metrics.add(new MetricName(namespace, name, by), at, line.path(name).asDouble());
  }
}

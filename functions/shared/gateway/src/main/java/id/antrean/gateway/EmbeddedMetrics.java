package id.antrean.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.gateway.EventLog.Detail;
import java.time.Instant;
import java.util.List;

/**
 * Metrics in the log itself: a line says under {@code _aws} which of its members CloudWatch is to
 * keep as metrics, so that what is measured stands beside the request that caused it, at the time
 * of the same clock. By the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>.
 *
 * @param namespace of all of them
 */
record EmbeddedMetrics(String namespace) {

  /**
   * Adds them to a line, each for all together and, where it is told apart, for itself. No metric
   * comes twice.
   */
  void onto(ObjectNode line, Instant at, List<Measure> measures) {
    ObjectNode metadata = line.putObject("_aws");
    metadata.put("Timestamp", at.toEpochMilli());
    ArrayNode directives = metadata.putArray("CloudWatchMetrics");
    for (Measure measure : measures) {
      ObjectNode directive = directives.addObject().put("Namespace", namespace);
      ArrayNode dimensions = directive.putArray("Dimensions");
      dimensions.addArray();
      if (!measure.by().isEmpty()) {
        ArrayNode apart = dimensions.addArray();
        for (Detail detail : measure.by()) {
          apart.add(detail.name());
          line.put(detail.name(), detail.value());
        }
      }
      directive
          .putArray("Metrics")
          .addObject()
          .put("Name", measure.metric().toString())
          .put("Unit", measure.metric().unit().toString());
      line.put(measure.metric().toString(), measure.value());
    }
  }
}

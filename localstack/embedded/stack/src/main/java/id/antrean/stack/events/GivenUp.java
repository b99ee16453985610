package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.Invocation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The message to a failure destination: which records of which shard were given up, and nothing of
 * what they say. Whoever wants that reads the stream.
 */
final class GivenUp {
  static final String RETRIES = "RetryAttemptsExhausted";
  static final String AGE = "RecordAgeExceeded";

  private GivenUp() {}

  /**
   * @param condition why
   * @param outcome how the last try ended; empty if it was not tried any more
   */
  static String message(
      StreamMapping mapping,
      String shardId,
      StreamBatch batch,
      String condition,
      Optional<Invocation> outcome,
      Instant now) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", mapping.functionArn())
        .put("condition", condition)
        .put("approximateInvokeCount", batch.tries());
    outcome.ifPresent(last -> Ended.noted(message, last));
    message.put("version", "1.0");
    message.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    message
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shardId)
        .put("startSequenceNumber", batch.records().getFirst().sequenceNumber())
        .put("endSequenceNumber", batch.last())
        .put("approximateArrivalOfFirstRecord", arrival(batch.records().getFirst()))
        .put("approximateArrivalOfLastRecord", arrival(batch.records().getLast()))
        .put("batchSize", batch.size())
        .put("streamArn", mapping.streamArn());
    return message.toString();
  }

  private static String arrival(StreamBatch.Arrived record) {
    return record.written().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

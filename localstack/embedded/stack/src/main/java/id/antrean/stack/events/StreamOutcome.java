package id.antrean.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.Invocation;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a function came with a batch of a stream. Without {@code ReportBatchItemFailures} a call
 * that did not fail came to its end; with it, to the first record that the answer names; an answer
 * that cannot be understood fails the whole batch.
 */
sealed interface StreamOutcome {
  ObjectMapper JSON = new ObjectMapper();

  /** All of it is handled. */
  record Done() implements StreamOutcome {}

  /**
   * From a record on it has to be handled again.
   *
   * @param handled how many before that one are handled
   */
  record From(int handled) implements StreamOutcome {}

  /** The call failed, or its answer means nothing: nothing is known to be handled. */
  record Failed() implements StreamOutcome {}

  /**
   * Reads the answer.
   *
   * @param sequenceNumbers of the batch's records
   */
  static StreamOutcome of(
      StreamMapping mapping, List<String> sequenceNumbers, Invocation invocation) {
    return switch (invocation) {
      case Invocation.Answered answered ->
          mapping.reportsFailures() ? reported(sequenceNumbers, answered.payload()) : new Done();
      case Invocation.Failed _, Invocation.Throttled _ -> new Failed();
    };
  }

  private static StreamOutcome reported(List<String> sequenceNumbers, String payload) {
    if (payload.isBlank()) {
      return new Done();
    }
    List<Integer> failed = new ArrayList<>();
    try {
      for (JsonNode failure : JSON.readTree(payload).path("batchItemFailures")) {
        int place = sequenceNumbers.indexOf(failure.path("itemIdentifier").asText());
        if (place < 0) {
          return new Failed();
        }
        failed.add(place);
      }
    } catch (JsonProcessingException e) {
      return new Failed();
    }
    return failed.stream().min(Integer::compare).<StreamOutcome>map(From::new).orElseGet(Done::new);
  }
}

package id.antrean.aws.stream;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.aws.applications.ApplicationStep;
import id.antrean.aws.stream.StreamBatch.Change;
import id.antrean.aws.stream.StreamBatch.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Hands the steps of a batch to a reader, in their order: those of one application come as they
 * were taken. What is not the step of an application (an item beside it, a deleted one) is passed
 * over.
 *
 * <p>A step that the reader could not take, or a record that cannot be read, stops the batch, so
 * that nothing overtakes it: the mapping brings it again with what follows. Where it is the first
 * of its batch the call fails instead, because then the mapping halves the batch until that record
 * is alone. What is behind it waits. When the mapping gives it up by age, what came within minutes
 * after it may be too old as well, and goes to the failure destination untried.
 */
public final class ReadSteps {

  private ReadSteps() {}

  /**
   * The answer for Lambda.
   *
   * @param reader is told of a step again if it throws, or if the answer is lost
   * @throws UnreadableRecord if the first record cannot be read; and what the reader throws on it
   */
  public static BatchAnswer of(StreamBatch batch, Consumer<ApplicationStep> reader) {
    List<Row> records = batch.records();
    for (int i = 0; i < records.size(); i++) {
      try {
        step(records.get(i)).ifPresent(reader);
      } catch (RuntimeException failed) {
        if (i == 0) {
          throw failed;
        }
        return BatchAnswer.from(sequenceNumber(records.get(i)));
      }
    }
    return BatchAnswer.DONE;
  }

  private static Optional<ApplicationStep> step(Row row) {
    try {
      Change change = Objects.requireNonNull(row.change());
      return ApplicationStep.of(item(change.oldItem()), item(change.newItem()));
    } catch (RuntimeException unreadable) {
      throw new UnreadableRecord(sequenceNumber(row), unreadable);
    }
  }

  private static Map<String, AttributeValue> item(@Nullable JsonNode image) {
    return image == null ? Map.of() : Attributes.of(image);
  }

  private static String sequenceNumber(Row row) {
    return row.change() == null ? "none" : row.change().sequenceNumber();
  }
}

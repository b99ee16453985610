package id.antrean.aws.stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event with which Lambda hands over records of a table's stream, of one shard and in its
 * order. (AWS's own class for it reads nothing in Quarkus: its attributes are called otherwise than
 * in the event, and its times are milliseconds where the event has seconds.)
 *
 * @param records none in an event that only starts the function
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamBatch(@JsonProperty("Records") List<Row> records) {

  public StreamBatch(@Nullable List<Row> records) {
    this.records = records == null ? List.of() : List.copyOf(records);
  }

  /**
   * One write of an item.
   *
   * @param change null where the event is of another source
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Row(@JsonProperty("dynamodb") @Nullable Change change) {}

  /**
   * The item before and after, in DynamoDB's notation.
   *
   * @param newItem null where it was deleted
   * @param oldItem null where it is new
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Change(
      @JsonProperty("SequenceNumber") String sequenceNumber,
      @JsonProperty("NewImage") @Nullable JsonNode newItem,
      @JsonProperty("OldImage") @Nullable JsonNode oldItem) {}
}

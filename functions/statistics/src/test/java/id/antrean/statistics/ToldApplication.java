package id.antrean.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.aws.stream.StreamBatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An application as the table's stream tells of it: each step is a record with the item before and
 * after, in DynamoDB's notation.
 */
final class ToldApplication {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong SEQUENCE = new AtomicLong(100_000_000_000L);

  private final String id;
  private int version;
  private @Nullable ObjectNode item;

  ToldApplication(String id) {
    this.id = id;
  }

  /** A step in which that happened, after which it has a seat there, or none. */
  ObjectNode step(Instant at, String event, Map<String, String> details, @Nullable String session) {
    ObjectNode after = next(session);
    ObjectNode entry = ((ArrayNode) after.at("/timeline/L")).addObject().putObject("M");
    entry.putObject("at").put("N", Long.toString(at.toEpochMilli()));
    text(entry, "event", event);
    text(entry, "role", "applicant");
    text(entry, "name", "siti");
    ObjectNode kept = entry.putObject("details");
    if (!details.isEmpty()) {
      // Without any, as DynamoDB Local writes it; DynamoDB writes an empty M.
      ObjectNode map = kept.putObject("M");
      details.forEach((name, value) -> text(map, name, value));
    }
    return told(after);
  }

  /** A step that nobody sees: only the version is another. */
  ObjectNode fence() {
    return told(next(seat()));
  }

  /** The older entries move beside the item with the next step. */
  void movesEntries() {
    ObjectNode present = item;
    if (present != null) {
      ObjectNode moved = present.deepCopy();
      int entries = moved.at("/timeline/L").size();
      moved.putObject("earlierEntries").put("N", Integer.toString(entries));
      ((ArrayNode) moved.at("/timeline/L")).removeAll();
      item = moved;
    }
  }

  /** It has to be paid by then. */
  void isToBePaidBy(Instant deadline) {
    ObjectNode present = item;
    if (present != null) {
      ObjectNode held = present.deepCopy();
      held.putObject("deadline").put("N", Long.toString(deadline.toEpochMilli()));
      item = held;
    }
  }

  /** An item that stands beside the application. */
  ObjectNode besideIt() {
    ObjectNode beside = JsonNodeFactory.instance.objectNode();
    text(beside, "id", id);
    text(beside, "part", "timeline#0000000000");
    return record(beside, null);
  }

  /** The item is deleted when nobody may keep it any longer. */
  ObjectNode deletion() {
    return record(null, item);
  }

  private @Nullable String seat() {
    return item == null || !item.has("booking")
        ? null
        : item.at("/booking/M/session/S").textValue();
  }

  private ObjectNode next(@Nullable String session) {
    ObjectNode before = item;
    ObjectNode after = before == null ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
    version++;
    text(after, "id", id);
    text(after, "part", "main");
    text(after, "requestId", "request-" + version);
    after.putObject("version").put("N", Integer.toString(version));
    if (!after.has("timeline")) {
      after.putObject("timeline").putArray("L");
    }
    after.remove("booking");
    if (session != null) {
      text(after.putObject("booking").putObject("M"), "session", session);
    }
    return after;
  }

  private ObjectNode told(ObjectNode after) {
    ObjectNode record = record(after, item);
    item = after;
    return record;
  }

  private static ObjectNode record(@Nullable ObjectNode after, @Nullable ObjectNode before) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("eventSource", "aws:dynamodb");
    ObjectNode change = record.putObject("dynamodb");
    change.put("ApproximateCreationDateTime", 1.79569734E9);
    change.put("SequenceNumber", Long.toString(SEQUENCE.incrementAndGet()));
    if (after != null) {
      change.set("NewImage", after);
    }
    if (before != null) {
      change.set("OldImage", before);
    }
    return record;
  }

  /** What Lambda hands over. */
  static StreamBatch batch(List<ObjectNode> records) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    records.forEach(event.putArray("Records")::add);
    try {
      return JSON.treeToValue(event, StreamBatch.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sequenceNumber(ObjectNode record) {
    return record.at("/dynamodb/SequenceNumber").asText();
  }

  private static void text(ObjectNode object, String name, String value) {
    object.putObject(name).put("S", value);
  }
}

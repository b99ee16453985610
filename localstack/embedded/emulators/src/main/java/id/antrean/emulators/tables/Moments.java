package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which second of business time the records of streams were written in. A record has the machine's
 * time, cut to its minute: too coarse, and of no use where business time is moved. So before the
 * first write of a second that second is written into a table of the emulator's own, whose stream
 * has it then at its place among the records of all tables, for as long as it has these.
 */
final class Moments {
  private static final String TABLE = "antrean.moments";
  private static final String SECOND = "second";

  private final Store store;
  private final StreamRecords records;
  private final InstantSource clock;
  private Instant marked = Instant.MIN;

  Moments(Store store, InstantSource clock) {
    this.store = store;
    this.records = new StreamRecords(store);
    this.clock = clock;
  }

  /** Nobody writes that would not be told from what was written in the seconds before. */
  synchronized void mark() {
    Instant second = now();
    if (!second.isAfter(marked)) {
      return;
    }
    var mark = Store.about(TABLE);
    mark.putObject("Item").putObject("id").put("S", "now");
    mark.withObject("/Item").putObject(SECOND).put("N", Long.toString(second.getEpochSecond()));
    store.ask("PutItem", mark);
    marked = second;
  }

  /** The second that it is. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Makes the table, if it is not there. */
  void begin() {
    if (store.described(TABLE).isPresent()) {
      return;
    }
    var table = Store.about(TABLE).put("BillingMode", "PAY_PER_REQUEST");
    table
        .putArray("AttributeDefinitions")
        .addObject()
        .put("AttributeName", "id")
        .put("AttributeType", "S");
    table.putArray("KeySchema").addObject().put("AttributeName", "id").put("KeyType", "HASH");
    table
        .putObject("StreamSpecification")
        .put("StreamEnabled", true)
        .put("StreamViewType", "NEW_IMAGE");
    store.ask("CreateTable", table);
  }

  /** The first second of which is known what was written in it; empty: of none. */
  Optional<Instant> first() {
    return first(any -> true).map(Moments::second);
  }

  /**
   * What was written from that second on has greater numbers than this; empty: there is nothing.
   */
  Optional<Long> numberBefore(Instant second) {
    return first(mark -> !second(mark).isBefore(second)).map(StreamRecords::number);
  }

  private Optional<JsonNode> first(Predicate<JsonNode> wanted) {
    List<JsonNode> found = new ArrayList<>(1);
    String stream = store.described(TABLE).orElseThrow().path("LatestStreamArn").asText();
    records.read(
        stream,
        mark -> {
          if (wanted.test(mark)) {
            found.add(mark);
          }
          return found.isEmpty();
        });
    return found.stream().findFirst();
  }

  private static Instant second(JsonNode mark) {
    return Instant.ofEpochSecond(mark.at("/dynamodb/NewImage/" + SECOND + "/N").asLong());
  }
}

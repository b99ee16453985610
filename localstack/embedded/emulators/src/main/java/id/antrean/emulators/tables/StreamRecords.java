package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the store's streams still have, which is a day of this machine's time. The records of all
 * tables are numbered in one series, in the order in which they were written.
 */
final class StreamRecords {
  /** An item has up to 400 KB, and a record two of them. */
  private static final int AT_ONCE = 200;

  private static final int TRIES = 3;

  private final Store store;

  StreamRecords(Store store) {
    this.store = store;
  }

  /** The number of a record among those of all tables. */
  static long number(JsonNode record) {
    return Long.parseLong(record.path("dynamodb").path("SequenceNumber").asText());
  }

  /** Hands over the records of that stream, in order, for as long as the reader asks for more. */
  void read(String stream, Predicate<JsonNode> reader) {
    for (String shard : shards(stream)) {
      if (!readShard(stream, shard, reader)) {
        return;
      }
    }
  }

  /** From the eldest on: each is its predecessor's only child, and is named by when it began. */
  private List<String> shards(String stream) {
    List<String> found = new ArrayList<>();
    Optional<String> last = Optional.empty();
    do {
      ObjectNode request = Store.request().put("StreamArn", stream);
      last.ifPresent(after -> request.put("ExclusiveStartShardId", after));
      JsonNode described = store.askStreams("DescribeStream", request).path("StreamDescription");
      described.path("Shards").forEach(shard -> found.add(shard.path("ShardId").asText()));
      last = Optional.ofNullable(described.path("LastEvaluatedShardId").textValue());
    } while (last.isPresent());
    return found.stream().sorted().toList();
  }

  private boolean readShard(String stream, String shard, Predicate<JsonNode> reader) {
    JsonNode page = firstPage(stream, shard);
    while (!page.path("Records").isEmpty()) {
      for (JsonNode record : page.path("Records")) {
        if (!reader.test(record)) {
          return false;
        }
      }
      if (!page.hasNonNull("NextShardIterator")) {
        return true;
      }
      page = page(page.path("NextShardIterator").asText());
    }
    return true;
  }

  /** So the store answers too where a shard's first record comes between the two calls. */
  private JsonNode firstPage(String stream, String shard) {
    for (int tried = 1; true; tried++) {
      try {
        return page(begin(stream, shard));
      } catch (AwsError e) {
        if (!e.code().endsWith("#TrimmedDataAccessException") || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private String begin(String stream, String shard) {
    return store
        .askStreams(
            "GetShardIterator",
            Store.request()
                .put("StreamArn", stream)
                .put("ShardId", shard)
                .put("ShardIteratorType", "TRIM_HORIZON"))
        .path("ShardIterator")
        .asText();
  }

  private JsonNode page(String iterator) {
    return store.askStreams(
        "GetRecords", Store.request().put("ShardIterator", iterator).put("Limit", AT_ONCE));
  }
}

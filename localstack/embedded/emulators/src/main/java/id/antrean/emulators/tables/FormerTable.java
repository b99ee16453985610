package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it was, made beside it. First what is there now is copied, then what was written since
 * the moment is undone: each item gets back what it was before the first write of these. What is
 * written while it is copied is undone with the rest, so nobody has to stand still.
 */
final class FormerTable {
  /** As many as the store takes. */
  private static final int AT_ONCE = 25;

  private final Store store;
  private final JsonNode source;
  private final String target;

  /**
   * @param source the description of the table in use
   * @param target what the copy is to be called
   */
  FormerTable(Store store, JsonNode source, String target) {
    this.store = store;
    this.source = source;
    this.target = target;
  }

  /** Makes it, with the indexes. */
  void make() {
    ObjectNode table = Store.about(target);
    table.set("KeySchema", source.path("KeySchema"));
    table.set("AttributeDefinitions", source.path("AttributeDefinitions"));
    table.put("BillingMode", source.at("/BillingModeSummary/BillingMode").asText("PROVISIONED"));
    boolean provisioned = table.path("BillingMode").asText().equals("PROVISIONED");
    if (provisioned) {
      table.set("ProvisionedThroughput", throughput(source));
    }
    for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      for (JsonNode index : source.path(kind)) {
        ObjectNode same = table.withArray("/" + kind).addObject();
        same.set("IndexName", index.path("IndexName"));
        same.set("KeySchema", index.path("KeySchema"));
        same.set("Projection", index.path("Projection"));
        if (provisioned && kind.startsWith("Global")) {
          same.set("ProvisionedThroughput", throughput(index));
        }
      }
    }
    store.ask("CreateTable", table);
  }

  private static ObjectNode throughput(JsonNode described) {
    JsonNode units = described.path("ProvisionedThroughput");
    ObjectNode same = Store.request();
    same.set("ReadCapacityUnits", units.path("ReadCapacityUnits"));
    same.set("WriteCapacityUnits", units.path("WriteCapacityUnits"));
    return same;
  }

  /** Takes it away again. */
  void drop() {
    store.ask("DeleteTable", Store.about(target));
  }

  /**
   * Fills it.
   *
   * @param moment the number of the last record that is not to be undone; empty: none is
   */
  void fill(Optional<Long> moment) {
    copy();
    moment.ifPresent(this::undoAfter);
  }

  private void copy() {
    Optional<JsonNode> last = Optional.empty();
    do {
      ObjectNode request =
          Store.about(source.path("TableName").asText()).put("ConsistentRead", true);
      last.ifPresent(key -> request.set("ExclusiveStartKey", key));
      JsonNode page = store.ask("Scan", request);
      write(page.path("Items").valueStream().map(FormerTable::put).toList());
      last = Optional.ofNullable(page.get("LastEvaluatedKey"));
    } while (last.isPresent());
  }

  private void undoAfter(long moment) {
    Map<JsonNode, JsonNode> before = new LinkedHashMap<>();
    new StreamRecords(store)
        .read(
            source.path("LatestStreamArn").asText(),
            record -> {
              if (StreamRecords.number(record) > moment) {
                JsonNode change = record.path("dynamodb");
                before.putIfAbsent(change.path("Keys"), change.path("OldImage"));
              }
              return true;
            });
    List<ObjectNode> writes = new ArrayList<>();
    before.forEach(
        (key, item) -> writes.add(item.isEmpty() ? delete(key) : put(StreamImage.item(item))));
    write(writes);
  }

  private static ObjectNode put(JsonNode item) {
    ObjectNode write = Store.request();
    write.putObject("PutRequest").set("Item", item);
    return write;
  }

  private static ObjectNode delete(JsonNode key) {
    ObjectNode write = Store.request();
    write.putObject("DeleteRequest").set("Key", key);
    return write;
  }

  private void write(List<ObjectNode> writes) {
    for (int from = 0; from < writes.size(); from += AT_ONCE) {
      ObjectNode request = Store.request();
      ArrayNode some = request.putObject("RequestItems").putArray(target);
      some.addAll(writes.subList(from, Math.min(from + AT_ONCE, writes.size())));
      store.ask("BatchWriteItem", request);
    }
  }
}

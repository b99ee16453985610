package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An item as a stream's record has it, in which DynamoDB Local says nothing of an empty map. */
final class StreamImage {
  private StreamImage() {}

  /** As the store takes it. */
  static ObjectNode item(JsonNode image) {
    ObjectNode item = Store.request();
    image
        .properties()
        .forEach(attribute -> item.set(attribute.getKey(), value(attribute.getValue())));
    return item;
  }

  private static JsonNode value(JsonNode value) {
    if (value.has("L")) {
      ObjectNode list = Store.request();
      ArrayNode values = list.putArray("L");
      value.path("L").forEach(one -> values.add(value(one)));
      return list;
    }
    if (value.isEmpty() || value.has("M")) {
      ObjectNode map = Store.request();
      map.set("M", item(value.path("M")));
      return map;
    }
    return value;
  }
}

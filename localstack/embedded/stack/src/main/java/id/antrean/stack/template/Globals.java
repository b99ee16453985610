package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * SAM's Globals, merged as SAM merges them: maps key by key, lists the global's first, anything
 * else overridden by the resource.
 */
final class Globals {
  static final Map<String, String> TYPES =
      Map.of(
          "Function", "AWS::Serverless::Function",
          "Api", "AWS::Serverless::Api",
          "StateMachine", "AWS::Serverless::StateMachine");

  private final JsonNode globals;

  Globals(JsonNode globals) {
    for (Map.Entry<String, JsonNode> entry : globals.properties()) {
      if (!TYPES.containsKey(entry.getKey())) {
        throw new TemplateException("Globals." + entry.getKey(), "is not run by the local stack");
      }
    }
    this.globals = globals;
  }

  JsonNode mergedInto(String type, JsonNode properties) {
    for (Map.Entry<String, String> entry : TYPES.entrySet()) {
      if (entry.getValue().equals(type) && globals.has(entry.getKey())) {
        return merge(globals.get(entry.getKey()), properties);
      }
    }
    return properties;
  }

  private static JsonNode merge(JsonNode global, JsonNode local) {
    if (global instanceof ObjectNode outer && local instanceof ObjectNode inner) {
      ObjectNode merged = outer.deepCopy();
      for (Map.Entry<String, JsonNode> entry : inner.properties()) {
        JsonNode base = merged.get(entry.getKey());
        merged.set(entry.getKey(), base == null ? entry.getValue() : merge(base, entry.getValue()));
      }
      return merged;
    }
    if (global instanceof ArrayNode first && local instanceof ArrayNode second) {
      return first.deepCopy().addAll(second);
    }
    return local;
  }
}

package id.antrean.registration.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON Merge Patch, RFC 7396, of an object. */
final class MergePatch {

  private MergePatch() {}

  /** The patched object; neither argument changes. */
  static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        merged.remove(field.getKey());
      } else if (value instanceof ObjectNode inner) {
        merged.set(field.getKey(), apply(objectAt(merged, field.getKey()), inner));
      } else {
        merged.set(field.getKey(), value);
      }
    }
    return merged;
  }

  private static ObjectNode objectAt(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode();
  }
}

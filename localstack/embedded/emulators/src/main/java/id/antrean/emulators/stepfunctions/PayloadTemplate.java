package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** {@code Parameters}: members ending in {@code .$} take their value from a path. */
record PayloadTemplate(JsonNode template) {

  private static final String FROM_PATH = ".$";

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when a member's path is no path to one place
   */
  static PayloadTemplate parse(JsonNode template) {
    check(template);
    return new PayloadTemplate(template);
  }

  private static void check(JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getKey().endsWith(FROM_PATH)) {
        ReferencePath.parse(member.getValue().asText());
      } else {
        check(member.getValue());
      }
    }
    if (node.isArray()) {
      node.forEach(PayloadTemplate::check);
    }
  }

  /**
   * The template filled in.
   *
   * @throws StateFailure when a path leads nowhere
   */
  JsonNode fill(JsonNode data) {
    return fill(template, data);
  }

  private static JsonNode fill(JsonNode node, JsonNode data) {
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> filled.add(fill(each, data)));
      return filled;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (name.endsWith(FROM_PATH)) {
        String path = member.getValue().asText();
        filled.set(
            name.substring(0, name.length() - FROM_PATH.length()),
            ReferencePath.parse(path)
                .read(data)
                .orElseThrow(
                    () ->
                        new StateFailure(
                            "States.ParameterPathFailure", "Nothing at '" + path + "'")));
      } else {
        filled.set(name, fill(member.getValue(), data));
      }
    }
    return filled;
  }
}

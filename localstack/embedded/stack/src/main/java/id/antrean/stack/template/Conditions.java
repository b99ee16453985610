package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The template's Conditions, worked out from parameters and pseudo parameters alone. */
final class Conditions {
  private final JsonNode declared;
  private final Intrinsics.Names names;
  private final Set<String> underWay = new HashSet<>();

  Conditions(JsonNode declared, Intrinsics.Names names) {
    this.declared = declared;
    this.names = names;
  }

  boolean holds(String name) {
    String place = "Conditions." + name;
    if (!declared.has(name)) {
      throw new TemplateException(place, "is not declared");
    }
    if (!underWay.add(name)) {
      throw new TemplateException(place, "depends on itself");
    }
    boolean holds = test(place, declared.get(name));
    underWay.remove(name);
    return holds;
  }

  private boolean test(String place, JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      throw new TemplateException(place, "is not a condition: " + node);
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Not" -> !test(place, argument.path(0));
      case "Fn::Equals" -> value(place, argument.path(0)).equals(value(place, argument.path(1)));
      default -> throw new TemplateException(place, only.getKey() + " is no condition that is run");
    };
  }

  private String value(String place, JsonNode node) {
    if (node.isValueNode()) {
      return node.asText();
    }
    return names
        .value(node.path("Ref").asText())
        .orElseThrow(
            () -> new TemplateException(place, "compares parameters and texts only: " + node));
  }
}

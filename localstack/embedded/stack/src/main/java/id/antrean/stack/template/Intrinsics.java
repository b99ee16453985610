package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Evaluates intrinsic functions. A value that is {@code AWS::NoValue} disappears. */
final class Intrinsics {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path folder;
  private final Names names;
  private final Conditions conditions;
  private final References references;

  Intrinsics(Path folder, Names names, Conditions conditions, References references) {
    this.folder = folder;
    this.names = names;
    this.conditions = conditions;
    this.references = references;
  }

  JsonNode evaluate(String place, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(place, object);
      case ArrayNode array -> {
        ArrayNode result = JSON.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          JsonNode item = evaluate(place + "[" + i + "]", array.get(i));
          if (!item.isMissingNode()) {
            result.add(item);
          }
        }
        yield result;
      }
      default -> plain(place, node);
    };
  }

  private static JsonNode plain(String place, JsonNode node) {
    if (node.isTextual() && node.textValue().contains("{{resolve:")) {
      throw new TemplateException(place, "dynamic references ({{resolve:…}}) are not run");
    }
    return node;
  }

  private JsonNode object(String place, ObjectNode object) {
    if (object.size() == 1) {
      Map.Entry<String, JsonNode> only = object.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(place, only.getKey(), only.getValue());
      }
    }
    ObjectNode result = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getKey().startsWith("Fn::")) {
        throw new TemplateException(place, entry.getKey() + " must stand alone");
      }
      JsonNode value = evaluate(place + "." + entry.getKey(), entry.getValue());
      if (!value.isMissingNode()) {
        result.set(entry.getKey(), value);
      }
    }
    return result;
  }

  private JsonNode call(String place, String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> ref(place, argument.asText());
      case "Fn::GetAtt" -> getAtt(place, argument);
      case "Fn::Sub" -> sub(place, argument);
      case "Fn::Split" -> {
        List<JsonNode> parts = arguments(place, function, argument, 2);
        ArrayNode pieces = JSON.arrayNode();
        String text = text(place, parts.get(1));
        for (String piece : text.split(Pattern.quote(parts.get(0).asText()), -1)) {
          pieces.add(piece);
        }
        yield pieces;
      }
      case "Fn::If" -> {
        List<JsonNode> parts = arguments(place, function, argument, 3);
        yield evaluate(place, parts.get(conditions.holds(parts.get(0).asText()) ? 1 : 2));
      }
      case "Fn::Transform" -> include(place, argument);
      default -> throw new TemplateException(place, function + " is not run by the local stack");
    };
  }

  private JsonNode ref(String place, String name) {
    return name.equals("AWS::NoValue")
        ? MissingNode.getInstance()
        : JSON.textNode(named(place, name));
  }

  private String named(String place, String name) {
    return names
        .value(name)
        .orElseGet(
            () -> {
              requireResource(place, name);
              return references.ref(name);
            });
  }

  private JsonNode getAtt(String place, JsonNode argument) {
    List<JsonNode> parts = arguments(place, "Fn::GetAtt", argument, 2);
    return JSON.textNode(attribute(place, parts.get(0).asText(), text(place, parts.get(1))));
  }

  private String attribute(String place, String resource, String name) {
    requireResource(place, resource);
    return references
        .attribute(resource, name)
        .orElseThrow(
            () ->
                new TemplateException(
                    place, resource + " has no attribute " + name + " in the local stack"));
  }

  private void requireResource(String place, String name) {
    if (!names.hasResource(name)) {
      throw new TemplateException(
          place, "names " + name + ", which is neither a parameter nor a resource here");
    }
  }

  private JsonNode sub(String place, JsonNode argument) {
    if (!argument.isTextual()) {
      throw new TemplateException(place, "Fn::Sub takes a text, and no names of its own");
    }
    return JSON.textNode(
        Substitution.apply(
            argument.textValue(),
            name -> {
              int dot = name.indexOf('.');
              return dot < 0
                  ? named(place, name)
                  : attribute(place, name.substring(0, dot), name.substring(dot + 1));
            }));
  }

  private JsonNode include(String place, JsonNode argument) {
    if (!argument.path("Name").asText().equals("AWS::Include")) {
      throw new TemplateException(place, "the only transform run is AWS::Include");
    }
    String location = text(place, argument.path("Parameters").path("Location"));
    return evaluate(location, YamlReader.plain(folder.resolve(location)));
  }

  private String text(String place, JsonNode argument) {
    JsonNode value = evaluate(place, argument);
    if (!value.isValueNode() || value.isNull()) {
      throw new TemplateException(place, "expected text, found " + argument);
    }
    return value.asText();
  }

  private static List<JsonNode> arguments(
      String place, String function, JsonNode argument, int count) {
    if (!argument.isArray() || argument.size() != count) {
      throw new TemplateException(place, function + " takes " + count + " arguments");
    }
    List<JsonNode> list = new ArrayList<>();
    argument.forEach(list::add);
    return list;
  }

  /** Names that need no deployment: parameters, pseudo parameters, and which resources exist. */
  record Names(Parameters parameters, Map<String, String> pseudo, Set<String> resources) {
    Optional<String> value(String name) {
      return parameters.value(name).or(() -> Optional.ofNullable(pseudo.get(name)));
    }

    boolean hasResource(String name) {
      return resources.contains(name);
    }
  }
}

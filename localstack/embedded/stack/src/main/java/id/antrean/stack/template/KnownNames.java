package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The names that a template may refer to: its parameters and resources, whether they are run here
 * or not, and what SAM makes beside them. A name that is nobody's is refused before anything is
 * made.
 */
final class KnownNames {
  private static final String NO_VALUE = "AWS::NoValue";

  /** What SAM makes of a function or an API, named after it. */
  private static final List<String> MADE_BESIDE =
      List.of("Role", "Stage", "Deployment", "Version", "Alias");

  private final Path folder;
  private final JsonNode document;
  private final Lines lines;
  private final Set<String> names = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();

  KnownNames(Path folder, JsonNode document, Set<String> pseudo, Lines lines) {
    this.folder = folder;
    this.document = document;
    this.lines = lines;
    names.addAll(pseudo);
    names.add(NO_VALUE);
    document.path("Parameters").fieldNames().forEachRemaining(names::add);
    document.path("Resources").properties().forEach(this::add);
  }

  private void add(Map.Entry<String, JsonNode> resource) {
    String name = resource.getKey();
    names.add(name);
    if (resource.getValue().path("Type").asText().startsWith("AWS::Serverless::")) {
      Stream<String> events =
          resource.getValue().path("Properties").path("Events").properties().stream()
              .map(Map.Entry::getKey);
      Stream.concat(MADE_BESIDE.stream(), events).map(name::concat).forEach(prefixes::add);
    }
  }

  /**
   * Looks at every reference.
   *
   * @throws TemplateException at the first name that is nobody's
   */
  void require() {
    for (String section : List.of("Globals", "Resources", "Outputs")) {
      look(section, document.path(section));
    }
    for (Map.Entry<String, JsonNode> resource : document.path("Resources").properties()) {
      String place = "Resources." + resource.getKey() + ".DependsOn";
      JsonNode needed = resource.getValue().path("DependsOn");
      if (needed.isTextual()) {
        require(place, needed.asText());
      }
      needed.forEach(each -> require(place, each.asText()));
    }
  }

  private void look(String place, JsonNode node) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        look(place + "[" + i + "]", node.get(i));
      }
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String within = place + "." + entry.getKey();
      JsonNode value = entry.getValue();
      switch (entry.getKey()) {
        case "Ref" -> text(value, name -> require(place, name));
        case "Fn::GetAtt" -> text(value.path(0), name -> require(place, name));
        case "Fn::Sub" -> sub(place, value);
        case "Fn::Transform" -> include(value);
        default -> {
          if (entry.getKey().startsWith("Fn::")) {
            look(place, value);
          } else {
            look(within, value);
          }
        }
      }
    }
  }

  private static void text(JsonNode node, Consumer<String> then) {
    if (node.isTextual()) {
      then.accept(node.asText());
    }
  }

  /** Beside the text there may be names of its own. */
  private void sub(String place, JsonNode argument) {
    JsonNode own = argument.path(1);
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    var _ =
        Substitution.apply(
            text.asText(),
            name -> {
              if (!own.has(name)) {
                require(place, name);
              }
              return name;
            });
    look(place, own);
  }

  private void include(JsonNode argument) {
    JsonNode location = argument.path("Parameters").path("Location");
    if (argument.path("Name").asText().equals("AWS::Include") && location.isTextual()) {
      YamlReader.Written part = YamlReader.included(folder.resolve(location.asText()));
      lines.ofIncluded(location.asText(), part.lines());
      look(location.asText(), part.tree());
    }
  }

  private void require(String place, String name) {
    String whole = name.split("\\.", 2)[0];
    if (!names.contains(whole) && prefixes.stream().noneMatch(whole::startsWith)) {
      throw new TemplateException(
          place, "names " + whole + ", which is neither a parameter nor a resource here");
    }
  }
}

package id.antrean.architecture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** template.yaml by its resources. */
final class Template {
  private final Section root = House.template();

  /** A deployed function. */
  record Function(String id, Section properties) {

    /** The module it is built from. */
    String module() {
      return properties.text("CodeUri").orElse("").replaceFirst("^functions/([a-z]+)/.*$", "$1");
    }

    @Override
    public String toString() {
      return id;
    }

    String export() {
      return variables().text("QUARKUS_FUNQY_EXPORT").orElse("");
    }

    /** Its own variables, without the global ones. */
    Section variables() {
      return properties.at("Environment", "Variables");
    }
  }

  Section parameter(String name) {
    return root.at("Parameters", name);
  }

  /** What the template says under that heading. */
  Section section(String name) {
    return root.at(name);
  }

  Section globals() {
    return root.at("Globals", "Function");
  }

  Section resource(String id) {
    return root.at("Resources", id);
  }

  /** The resources of a type, by their ids. */
  Map<String, Section> ofType(String type) {
    Map<String, Section> found = new LinkedHashMap<>();
    Section resources = root.at("Resources");
    for (String id : resources.names()) {
      if (resources.at(id).text("Type").orElse("").equals(type)) {
        found.put(id, resources.at(id));
      }
    }
    return found;
  }

  Map<String, Function> functions() {
    Map<String, Function> functions = new LinkedHashMap<>();
    ofType("AWS::Serverless::Function")
        .forEach((id, resource) -> functions.put(id, new Function(id, resource.at("Properties"))));
    return functions;
  }

  /** The global variables and the function's own. */
  Set<String> variablesOf(Function function) {
    Set<String> names = new LinkedHashSet<>(globals().at("Environment", "Variables").names());
    names.addAll(function.variables().names());
    return names;
  }

  /** Seconds. */
  int timeoutOf(Function function) {
    return Integer.parseInt(
        function.properties().text("Timeout").or(() -> globals().text("Timeout")).orElseThrow());
  }
}

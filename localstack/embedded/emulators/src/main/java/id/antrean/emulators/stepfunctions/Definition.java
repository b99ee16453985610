package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A state machine that can be interpreted.
 *
 * @param startAt the first state
 * @param states all states by name
 */
record Definition(String startAt, Map<String, State> states) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS = Set.of("Comment", "StartAt", "States");

  /**
   * Reads a machine in JSON or YAML.
   *
   * @throws InvalidDefinition naming the state that is at fault
   */
  static Definition parse(String text) {
    JsonNode root = tree(text);
    root.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new InvalidDefinition("Field '" + field + "' is not interpreted");
              }
            });
    Map<String, State> states = new LinkedHashMap<>();
    root.path("States")
        .properties()
        .forEach(entry -> states.put(entry.getKey(), read(entry.getKey(), entry.getValue())));
    Definition definition = new Definition(root.path("StartAt").asText(), states);
    definition.checkEdges();
    return definition;
  }

  private static JsonNode tree(String text) {
    try {
      Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
      if (loaded instanceof Map) {
        return JSON.valueToTree(loaded);
      }
      throw new InvalidDefinition("A state machine is an object");
    } catch (YamlEngineException e) {
      throw new InvalidDefinition("Neither JSON nor YAML: " + e.getMessage());
    }
  }

  private static State read(String name, JsonNode state) {
    try {
      return StateReader.read(state);
    } catch (IllegalArgumentException e) {
      throw InvalidDefinition.in(name, String.valueOf(e.getMessage()));
    }
  }

  private void checkEdges() {
    if (!states.containsKey(startAt)) {
      throw new InvalidDefinition("StartAt names no state: '" + startAt + "'");
    }
    states.forEach(
        (name, state) ->
            state
                .next()
                .filter(target -> !states.containsKey(target))
                .ifPresent(
                    target -> {
                      throw InvalidDefinition.in(name, "leads to no state: '" + target + "'");
                    }));
  }

  /** The state of that name, which is known to be there. */
  State state(String name) {
    return Objects.requireNonNull(states.get(name), name);
  }
}

package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
  private static final Set<String> FIELDS =
      Set.of("Comment", "StartAt", "States", "Version", "QueryLanguage");

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
    if (root.path("QueryLanguage").asText("JSONPath").equals("JSONata")) {
      throw new InvalidDefinition("JSONata is not interpreted, only JSONPath");
    }
    Map<String, State> states = new LinkedHashMap<>();
    root.path("States")
        .properties()
        .forEach(entry -> states.put(entry.getKey(), state(entry.getKey(), entry.getValue())));
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

  private static State state(String name, JsonNode state) {
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
            targets(state)
                .filter(target -> !states.containsKey(target))
                .findFirst()
                .ifPresent(
                    target -> {
                      throw InvalidDefinition.in(name, "leads to no state: '" + target + "'");
                    }));
  }

  private static Stream<String> targets(State state) {
    return switch (state) {
      case State.Wait wait -> wait.next().stream();
      case State.SendMessage task ->
          Stream.concat(task.next().stream(), task.catchers().stream().map(State.Catcher::next));
      case State.Choice choice ->
          Stream.concat(
              choice.otherwise().stream(), choice.branches().stream().map(State.Branch::next));
      case State.Pass pass -> pass.next().stream();
      case State.Succeed _ -> Stream.empty();
      case State.Fail _ -> Stream.empty();
    };
  }
}

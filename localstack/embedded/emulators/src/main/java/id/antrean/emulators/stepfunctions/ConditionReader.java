package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of a Choice. */
final class ConditionReader {

  private static final Set<String> NOT_COMPARISONS = Set.of("Variable", "Next", "Comment");
  private static final String PATH = "Path";

  private ConditionReader() {}

  /**
   * Reads one rule.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Condition read(JsonNode rule) {
    if (rule.has("And")) {
      return new Condition.And(all(rule.path("And")));
    }
    if (rule.has("Or")) {
      return new Condition.Or(all(rule.path("Or")));
    }
    if (rule.has("Not")) {
      return new Condition.Not(read(rule.path("Not")));
    }
    ReferencePath variable = ReferencePath.parse(rule.path("Variable").asText());
    List<Map.Entry<String, JsonNode>> comparisons =
        rule.properties().stream()
            .filter(member -> !NOT_COMPARISONS.contains(member.getKey()))
            .toList();
    if (comparisons.size() != 1) {
      throw new IllegalArgumentException("a Choice rule needs exactly one comparison");
    }
    return compared(variable, comparisons.getFirst().getKey(), comparisons.getFirst().getValue());
  }

  private static List<Condition> all(JsonNode rules) {
    return rules.valueStream().map(ConditionReader::read).toList();
  }

  private static Condition compared(ReferencePath variable, String name, JsonNode value) {
    if (name.equals("IsPresent")) {
      return new Condition.IsPresent(variable, value.asBoolean());
    }
    boolean byPath = name.endsWith(PATH);
    String bare = byPath ? name.substring(0, name.length() - PATH.length()) : name;
    Comparison comparison =
        Comparison.named(bare)
            .orElseThrow(() -> new IllegalArgumentException("unknown comparison '" + name + "'"));
    return byPath
        ? new Condition.Compared(
            variable,
            comparison,
            MissingNode.getInstance(),
            Optional.of(ReferencePath.parse(value.asText())))
        : new Condition.Compared(variable, comparison, value, Optional.empty());
  }
}

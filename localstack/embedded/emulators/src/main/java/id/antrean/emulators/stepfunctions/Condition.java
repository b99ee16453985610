package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a Choice rule asks of the data. */
sealed interface Condition {

  /** Whether it holds. */
  boolean holds(JsonNode data, JsonNode context);

  /** All hold. */
  record And(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(JsonNode data, JsonNode context) {
      return parts.stream().allMatch(part -> part.holds(data, context));
    }
  }

  /** One holds. */
  record Or(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(JsonNode data, JsonNode context) {
      return parts.stream().anyMatch(part -> part.holds(data, context));
    }
  }

  /** It does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(JsonNode data, JsonNode context) {
      return !part.holds(data, context);
    }
  }

  /** The variable is there, or is not. */
  record IsPresent(ReferencePath variable, boolean expected) implements Condition {
    @Override
    public boolean holds(JsonNode data, JsonNode context) {
      return variable.read(data, context).isPresent() == expected;
    }
  }

  /** The variable compares so with a value, or with what is at a path. */
  record Compared(
      ReferencePath variable, Comparison comparison, JsonNode value, Optional<ReferencePath> path)
      implements Condition {
    @Override
    public boolean holds(JsonNode data, JsonNode context) {
      JsonNode left = at(variable, data, context);
      JsonNode right = path.map(place -> at(place, data, context)).orElse(value);
      return comparison.holds(left, right);
    }

    private static JsonNode at(ReferencePath path, JsonNode data, JsonNode context) {
      return path.read(data, context)
          .orElseThrow(() -> StateFailure.runtime("A Choice variable leads nowhere"));
    }
  }
}

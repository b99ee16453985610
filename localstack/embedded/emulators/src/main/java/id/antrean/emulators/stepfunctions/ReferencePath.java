package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONPath that names one place: {@code $}, {@code $.a.b}, {@code $['a']}, {@code $.a[0]}; with
 * {@code $$} in front the place is in the context object.
 */
record ReferencePath(boolean ofContext, List<String> steps) {

  private static final Pattern STEP =
      Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_-]*)|\\['([^']+)'\\]|\\[(\\d+)\\]");

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is none, or names more than one place
   */
  static ReferencePath parse(String text) {
    boolean context = text.startsWith("$$");
    String rest = context ? text.substring(2) : text.startsWith("$") ? text.substring(1) : "?";
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!step.find(at) || step.start() != at) {
        throw new IllegalArgumentException("'" + text + "' is not a path to one place");
      }
      String member = step.group(1) != null ? step.group(1) : step.group(2);
      steps.add(member != null ? member : "#" + step.group(3));
      at = step.end();
    }
    return new ReferencePath(context, List.copyOf(steps));
  }

  /** What is there; empty when nothing is. */
  Optional<JsonNode> read(JsonNode data, JsonNode context) {
    JsonNode at = ofContext ? context : data;
    for (String step : steps) {
      at = step.startsWith("#") ? at.path(Integer.parseInt(step.substring(1))) : at.path(step);
    }
    return at.isMissingNode() ? Optional.empty() : Optional.of(at);
  }

  /** A copy of the data with the value put there; objects on the way are made. */
  JsonNode write(JsonNode data, JsonNode value) {
    if (steps.isEmpty()) {
      return value;
    }
    ObjectNode root =
        data instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    ObjectNode at = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = at.path(step) instanceof ObjectNode there ? there : at.putObject(step);
    }
    at.set(steps.getLast(), value);
    return root;
  }
}

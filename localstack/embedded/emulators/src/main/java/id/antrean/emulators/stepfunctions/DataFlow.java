package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * What a state takes from its data and gives back. An empty path stands for {@code null}: nothing
 * is taken, the result is thrown away.
 */
record DataFlow(
    Optional<ReferencePath> input,
    Optional<PayloadTemplate> parameters,
    Optional<PayloadTemplate> selector,
    Optional<ReferencePath> result,
    Optional<ReferencePath> output) {

  /** What InputPath leaves. */
  JsonNode taken(JsonNode data, JsonNode context) {
    return at(input, data, context);
  }

  /** What InputPath and Parameters leave. */
  JsonNode effective(JsonNode data, JsonNode context) {
    JsonNode taken = taken(data, context);
    return parameters.map(template -> template.fill(taken, context)).orElse(taken);
  }

  /** The data after the state's result came. */
  JsonNode merged(JsonNode data, JsonNode outcome, JsonNode context) {
    JsonNode selected = selector.map(template -> template.fill(outcome, context)).orElse(outcome);
    JsonNode whole = result.map(path -> path.write(data, selected)).orElse(data);
    return at(output, whole, context);
  }

  /** The data after a state without a result of its own. */
  JsonNode passed(JsonNode data, JsonNode context) {
    return at(output, taken(data, context), context);
  }

  private static JsonNode at(Optional<ReferencePath> path, JsonNode data, JsonNode context) {
    return path.isEmpty()
        ? JsonNodeFactory.instance.objectNode()
        : path.get()
            .read(data, context)
            .orElseThrow(() -> StateFailure.runtime("InputPath or OutputPath leads nowhere"));
  }
}

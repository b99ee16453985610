package id.antrean.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of a JSON body, read one by one. What is wrong is collected, not thrown, so that the
 * caller can name every fault at once; a member that nobody asked for is a fault too.
 */
public final class Fields {
  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode body) {
    this.body = body;
  }

  public static Fields of(String text) {
    Optional<JsonNode> tree = Json.parse(text).filter(JsonNode::isObject);
    Fields fields = new Fields(tree.orElse(MissingNode.getInstance()));
    if (tree.isEmpty()) {
      fields.wrong("", "a JSON object is expected");
    }
    return fields;
  }

  /** A text that must be there; empty if it is not, which {@link #errors()} then says. */
  public String requiredText(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty() && !body.hasNonNull(name)) {
      wrong("/" + name, "is required");
    }
    return text.orElse("");
  }

  public Optional<String> text(String name) {
    return member(
            name,
            "a text that is not empty is expected",
            node -> node.isTextual() && !node.asText().isBlank())
        .map(JsonNode::asText);
  }

  /** A text from which {@code parser} makes a value; the parser's failure is the member's. */
  public <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (RuntimeException e) {
                wrong("/" + name, expected);
                return Optional.empty();
              }
            });
  }

  public Optional<String> oneOf(String name, List<String> words) {
    String expected = "one of " + String.join(", ", words) + " is expected";
    return member(name, expected, node -> words.contains(node.asText())).map(JsonNode::asText);
  }

  public Optional<List<String>> someOf(String name, List<String> words) {
    String expected = "a list of " + String.join(", ", words) + " is expected";
    return member(
            name,
            expected,
            node -> node.isArray() && node.valueStream().allMatch(n -> words.contains(n.asText())))
        .map(node -> node.valueStream().map(JsonNode::asText).toList());
  }

  public Optional<Long> number(String name, long least, long most) {
    String expected = "a whole number from " + least + " to " + most + " is expected";
    return member(
            name,
            expected,
            node ->
                node.canConvertToLong()
                    && node.isIntegralNumber()
                    && node.asLong() >= least
                    && node.asLong() <= most)
        .map(JsonNode::asLong);
  }

  public Optional<Boolean> truth(String name) {
    return member(name, "true or false is expected", JsonNode::isBoolean).map(JsonNode::asBoolean);
  }

  /** Adds a fault that only the caller could see. */
  public void wrong(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }

  /** Everything that is wrong so far, members that were never asked for included. */
  public List<FieldError> errors() {
    List<FieldError> all = new ArrayList<>(errors);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                all.add(new FieldError("/" + name, "is not known here"));
              }
            });
    return List.copyOf(all);
  }

  private Optional<JsonNode> member(
      String name, String expected, Function<JsonNode, Boolean> fits) {
    asked.add(name);
    if (!body.hasNonNull(name)) {
      return Optional.empty();
    }
    JsonNode node = body.get(name);
    if (!fits.apply(node)) {
      wrong("/" + name, expected);
      return Optional.empty();
    }
    return Optional.of(node);
  }
}

package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A comparison of the States Language by its name; values of the wrong type never compare. */
sealed interface Comparison {

  /** Whether the variable's value so compares. */
  boolean holds(JsonNode variable, JsonNode value);

  /** The comparison of this name, without a trailing {@code Path}. */
  static Optional<Comparison> named(String name) {
    Optional<Comparison> type = TypeTest.named(name);
    if (type.isPresent()) {
      return type;
    }
    if (name.equals("StringMatches")) {
      return Optional.of(new Matches());
    }
    if (name.equals("BooleanEquals")) {
      return Optional.of(new BooleanEquals());
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> name.startsWith(kind.prefix))
        .findFirst()
        .flatMap(kind -> ordered(kind, name.substring(kind.prefix.length())));
  }

  private static Optional<Comparison> ordered(Kind kind, String relation) {
    return Optional.<IntPredicate>ofNullable(
            switch (relation) {
              case "Equals" -> order -> order == 0;
              case "LessThan" -> order -> order < 0;
              case "LessThanEquals" -> order -> order <= 0;
              case "GreaterThan" -> order -> order > 0;
              case "GreaterThanEquals" -> order -> order >= 0;
              default -> null;
            })
        .map(wanted -> new Ordered(kind, wanted));
  }

  /** What can be put in order. */
  enum Kind {
    STRING("String"),
    NUMERIC("Numeric"),
    TIMESTAMP("Timestamp");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    private Optional<Integer> order(JsonNode left, JsonNode right) {
      return switch (this) {
        case STRING ->
            left.isTextual() && right.isTextual()
                ? Optional.of(left.textValue().compareTo(right.textValue()))
                : Optional.empty();
        case NUMERIC ->
            left.isNumber() && right.isNumber()
                ? Optional.of(left.decimalValue().compareTo(right.decimalValue()))
                : Optional.empty();
        case TIMESTAMP ->
            moment(left).flatMap(one -> moment(right).map(other -> one.compareTo(other)));
      };
    }
  }

  /** The moment a text names; empty when it names none. */
  static Optional<Instant> moment(JsonNode node) {
    try {
      return Optional.ofNullable(node.textValue())
          .map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** By order. */
  record Ordered(Kind kind, IntPredicate wanted) implements Comparison {
    @Override
    public boolean holds(JsonNode variable, JsonNode value) {
      return kind.order(variable, value).filter(wanted::test).isPresent();
    }
  }

  /** Both true or both false. */
  record BooleanEquals() implements Comparison {
    @Override
    public boolean holds(JsonNode variable, JsonNode value) {
      return variable.isBoolean() && variable.equals(value);
    }
  }

  /** A pattern in which {@code *} stands for any text. */
  record Matches() implements Comparison {
    @Override
    public boolean holds(JsonNode variable, JsonNode value) {
      String pattern =
          Arrays.stream(value.asText().split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return variable.isTextual() && variable.textValue().matches("(?s)" + pattern);
    }
  }

  /** Of this type, or not. */
  record TypeTest(java.util.function.Predicate<JsonNode> type) implements Comparison {

    private static Optional<Comparison> named(String name) {
      return Optional.<java.util.function.Predicate<JsonNode>>ofNullable(
              switch (name) {
                case "IsNull" -> JsonNode::isNull;
                case "IsString" -> JsonNode::isTextual;
                case "IsNumeric" -> JsonNode::isNumber;
                case "IsBoolean" -> JsonNode::isBoolean;
                case "IsTimestamp" -> node -> moment(node).isPresent();
                default -> null;
              })
          .map(TypeTest::new);
    }

    @Override
    public boolean holds(JsonNode variable, JsonNode value) {
      return type.test(variable) == value.asBoolean();
    }
  }
}

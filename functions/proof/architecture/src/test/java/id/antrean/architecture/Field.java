package id.antrean.architecture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.antrean.gateway.View;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of an answer, as a record writes it or as the contract promises it.
 *
 * @param type in the contract's words; an enum is all that it may say
 * @param always it is there, null or not
 * @param nullable it may be null where it is there
 */
record Field(String type, boolean always, boolean nullable) {
  private static final Section CONTRACT = House.contract();
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Map<Type, String> PLAIN =
      Map.of(
          String.class,
          "string",
          int.class,
          "integer",
          Integer.class,
          "integer",
          long.class,
          "integer",
          Long.class,
          "integer",
          double.class,
          "number",
          boolean.class,
          "boolean");

  /** Schemas that count up texts which are no enum of ours; {@link ViewsTest} has their sources. */
  static final Set<String> WORDS = Set.of("FileType", "IdentityField", "Zone");

  /**
   * What clients are promised to be told and no code tells yet: a file whose inspection takes so
   * long that somebody looks meanwhile.
   */
  private static final Set<String> PROMISED_FOR_LATER = Set.of("VERIFYING");

  // ---- As it is written ----

  static Map<String, Field> written(Class<?> view) {
    Map<String, Field> fields = new TreeMap<>();
    for (RecordComponent component : view.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        boolean omitted = component.getAccessor().isAnnotationPresent(JsonInclude.class);
        fields.put(
            component.getName(),
            new Field(type(component.getGenericType()), !omitted, nullable && !omitted));
      } else if (component.getType().isRecord()) {
        // All of them or none; the contract says the same of each one alone, and that it may be
        // null.
        written(component.getType())
            .forEach((name, field) -> fields.put(name, new Field(field.type(), false, true)));
      }
    }
    return fields;
  }

  /** The schema that a record is named after. */
  static String schemaOf(Class<?> view) {
    return view.getSimpleName().replaceFirst("View$", "");
  }

  private static String type(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType().equals(List.class) ->
          "array of " + type(list.getActualTypeArguments()[0]);
      case ParameterizedType map when map.getRawType().equals(Map.class) ->
          "map of " + type(map.getActualTypeArguments()[1]);
      case Class<?> view when View.class.isAssignableFrom(view) -> schemaOf(view);
      case Class<?> words when words.isEnum() ->
          oneOf(Stream.of(words.getEnumConstants()).map(word -> ((Enum<?>) word).name()));
      default -> PLAIN.getOrDefault(type, "no type of the contract: " + type);
    };
  }

  private static String oneOf(Stream<String> words) {
    return "one of " + words.collect(Collectors.toCollection(TreeSet::new));
  }

  // ---- As it is promised ----

  static Section schema(String name) {
    return CONTRACT.at("components", "schemas", name);
  }

  static Map<String, Field> promised(Section schema) {
    List<String> required = schema.texts("required");
    Section properties = schema.at("properties");
    Map<String, Field> fields = new TreeMap<>();
    for (String name : properties.names()) {
      Section property = properties.at(name);
      boolean nullable =
          Stream.of(property, resolved(property))
              .anyMatch(it -> it.text("nullable").orElse("").equals("true"));
      fields.put(name, new Field(type(property), required.contains(name), nullable));
    }
    return fields;
  }

  /** The schema that is meant, by itself or with a description of its own. */
  static Stream<String> reference(Section section) {
    List<Section> parts = section.sections("allOf");
    return parts.size() == 1
        ? reference(parts.getFirst())
        : section.text("$ref").stream()
            .filter(target -> target.startsWith(SCHEMAS))
            .map(target -> target.substring(SCHEMAS.length()));
  }

  private static Section resolved(Section property) {
    return reference(property).map(Field::schema).findFirst().orElse(property);
  }

  private static String type(Section property) {
    Section schema = resolved(property);
    if (schema.has("enum") && reference(property).noneMatch(WORDS::contains)) {
      return oneOf(
          schema.texts("enum").stream().filter(word -> !PROMISED_FOR_LATER.contains(word)));
    }
    return switch (schema.text("type").orElse("")) {
      case "array" -> "array of " + type(schema.at("items"));
      case "object" ->
          schema.has("properties")
              ? reference(property).findFirst().orElse("an object without a name")
              : "map of " + type(schema.at("additionalProperties"));
      case String plain -> plain;
    };
  }
}

package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients are answered are records, named after the contract's schemas: {@code BookingView} is
 * {@code Booking}. They say the same, field by field.
 */
class ViewsTest {
  private static final Section CONTRACT = House.contract();
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Map<Type, String> PLAIN =
      Map.of(
          String.class, "string",
          int.class, "integer",
          long.class, "integer",
          double.class, "number",
          boolean.class, "boolean");

  /**
   * A field of either.
   *
   * @param always it is there, null or not
   * @param nullable it may be null where it is there
   */
  private record Field(String type, boolean always, boolean nullable) {}

  static Stream<Class<?>> views() {
    return all().filter(view -> !unwrapped().contains(view));
  }

  private static Stream<Class<?>> all() {
    return House.CLASSES.stream()
        .filter(it -> it.getSimpleName().endsWith("View"))
        .<Class<?>>map(JavaClass::reflect);
  }

  /** Records whose fields stand in the record around them. */
  private static Set<Class<?>> unwrapped() {
    return all()
        .flatMap(view -> Stream.of(view.getRecordComponents()))
        .filter(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
        .map(RecordComponent::getType)
        .collect(Collectors.toSet());
  }

  @Test
  void everyAnswerOfTheContractHasItsRecordAndEveryRecordItsSchema() {
    assertThat(views().map(ViewsTest::schemaOf)).containsExactlyInAnyOrderElementsOf(answers());
  }

  @ParameterizedTest
  @MethodSource("views")
  void aRecordHasTheFieldsThatTheContractHas(Class<?> view) {
    Map<String, Field> written = written(view);
    Map<String, Field> promised = promised(schema(schemaOf(view)));

    assertThat(written.keySet()).isEqualTo(promised.keySet());
    assertThat(promised.keySet()).containsAll(schema(schemaOf(view)).texts("required"));
    assertThat(promised)
        .allSatisfy(
            (name, field) -> {
              Field own = Objects.requireNonNull(written.get(name));
              assertThat(own.type()).as("type of " + name).isEqualTo(field.type());
              assertThat(own.nullable())
                  .as("whether %s may be null", name)
                  .isEqualTo(field.nullable());
              if (field.always()) {
                assertThat(own.always()).as("%s is always there", name).isTrue();
              }
            });
  }

  /** A native function could not write it; on the JVM nobody notices. */
  @ParameterizedTest
  @MethodSource("all")
  void aRecordIsKnownFromWithinToANativeFunction(Class<?> view) {
    Set<Class<?>> named =
        House.CLASSES.stream()
            .filter(it -> it.isAnnotatedWith(RegisterForReflection.class))
            .flatMap(
                it -> Stream.of(it.reflect().getAnnotation(RegisterForReflection.class).targets()))
            .collect(Collectors.toSet());

    assertThat(named).contains(view.getDeclaringClass() == null ? view : view.getDeclaringClass());
  }

  private static String schemaOf(Class<?> view) {
    return view.getSimpleName().replaceFirst("View$", "");
  }

  // ---- What is written ----

  private static Map<String, Field> written(Class<?> view) {
    Map<String, Field> fields = new TreeMap<>();
    for (RecordComponent component : view.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        // All of them or none; the contract says the same of each one alone, and that it may be
        // null.
        written(component.getType())
            .forEach((name, field) -> fields.put(name, new Field(field.type(), false, true)));
      } else {
        boolean omitted = component.getAccessor().isAnnotationPresent(JsonInclude.class);
        fields.put(
            component.getName(),
            new Field(type(component.getGenericType()), !omitted, nullable && !omitted));
      }
    }
    return fields;
  }

  private static String type(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType().equals(List.class) ->
          "array of " + type(list.getActualTypeArguments()[0]);
      case ParameterizedType map when map.getRawType().equals(Map.class) ->
          "map of " + type(map.getActualTypeArguments()[1]);
      case Class<?> view when view.isRecord() -> schemaOf(view);
      default -> PLAIN.getOrDefault(type, "no type of the contract: " + type);
    };
  }

  // ---- What is promised ----

  private static Section schema(String name) {
    return CONTRACT.at("components", "schemas", name);
  }

  private static Map<String, Field> promised(Section schema) {
    List<String> required = schema.texts("required");
    Section properties = schema.at("properties");
    return properties.names().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name -> {
                  Section property = properties.at(name);
                  return new Field(
                      type(property),
                      required.contains(name),
                      resolved(property).text("nullable").orElse("").equals("true"));
                },
                (one, other) -> one,
                TreeMap::new));
  }

  private static Section resolved(Section property) {
    return reference(property).map(ViewsTest::schema).findFirst().orElse(property);
  }

  private static Stream<String> reference(Section section) {
    return section.text("$ref").stream()
        .filter(target -> target.startsWith(SCHEMAS))
        .map(target -> target.substring(SCHEMAS.length()));
  }

  private static String type(Section property) {
    Section schema = resolved(property);
    return switch (schema.text("type").orElse("")) {
      case "array" -> "array of " + type(schema.at("items"));
      case "object" ->
          schema.has("properties")
              ? reference(property).findFirst().orElse("an object without a name")
              : "map of " + type(schema.at("additionalProperties"));
      case String plain -> plain;
    };
  }

  /** The schemas with fields in answers that are no refusal, and in these. */
  private static Set<String> answers() {
    Set<String> reached = new LinkedHashSet<>();
    Section paths = CONTRACT.at("paths");
    paths.names().stream()
        .map(paths::at)
        .flatMap(path -> path.names().stream().map(path::at))
        .map(operation -> operation.at("responses"))
        .flatMap(
            responses ->
                responses.names().stream()
                    .filter(status -> status.startsWith("2"))
                    .map(responses::at))
        .forEach(response -> reach(response, reached));
    return reached.stream()
        .filter(name -> schema(name).has("properties"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void reach(Section section, Set<String> reached) {
    section.everywhere().stream()
        .flatMap(ViewsTest::reference)
        .filter(reached::add)
        .forEach(name -> reach(schema(name), reached));
  }
}

package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.document.ContentType;
import id.antrean.gateway.ProblemMembers;
import id.antrean.gateway.View;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients are answered are records, named after the contract's schemas: {@code BookingView} is
 * {@code Booking}. They say the same, field by field and word by word.
 */
class ViewsTest {
  private static final Section CONTRACT = House.contract();

  /** Whatever can be answered, for nothing else is taken by {@code Answer}. */
  private static final List<Class<?>> ALL =
      House.CLASSES.stream()
          .filter(it -> it.isAssignableTo(View.class))
          .filter(it -> !it.getModifiers().contains(JavaModifier.ABSTRACT))
          .<Class<?>>map(JavaClass::reflect)
          .toList();

  static Stream<Class<?>> all() {
    return ALL.stream();
  }

  /** Those that stand in others' fields have no schema of their own. */
  static Stream<Class<?>> views() {
    return all()
        .filter(view -> !ProblemMembers.class.isAssignableFrom(view))
        .filter(view -> !unwrapped().contains(view));
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
    assertThat(all()).allMatch(Class::isRecord);
    assertThat(views().map(Field::schemaOf)).containsExactlyInAnyOrderElementsOf(answers());
  }

  @ParameterizedTest
  @MethodSource("views")
  void aRecordHasTheFieldsThatTheContractHas(Class<?> view) {
    Section schema = Field.schema(Field.schemaOf(view));

    assertThat(schema.at("properties").names()).containsAll(schema.texts("required"));
    saysAsPromised(Field.written(view), Field.promised(schema));
  }

  static void saysAsPromised(Map<String, Field> written, Map<String, Field> promised) {
    assertThat(written.keySet()).isEqualTo(promised.keySet());
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

  /** Some words are not names of an enum that a record could have. */
  @Test
  void textsThatTheContractCountsUpAreThoseOfTheirSources() {
    Map<String, Set<String>> sources =
        Map.of(
            "FileType", texts(Stream.of(ContentType.values()).map(ContentType::mediaType)),
            "IdentityField",
                texts(Stream.of(DukcapilAnswer.Element.values()).map(ViewsTest::field)),
            "Zone", texts(zonesOfOffices()));

    assertThat(sources.keySet()).isEqualTo(Field.WORDS);
    assertThat(sources)
        .allSatisfy(
            (schema, said) ->
                assertThat(Field.schema(schema).texts("enum"))
                    .as(schema)
                    .containsExactlyInAnyOrderElementsOf(said));
  }

  private static Set<String> texts(Stream<String> texts) {
    return texts.collect(Collectors.toSet());
  }

  /** As it is called in our own form: {@code BIRTH_DATE} is {@code birthDate}. */
  private static String field(DukcapilAnswer.Element element) {
    return Pattern.compile("_(.)")
        .matcher(element.name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static Stream<String> zonesOfOffices() {
    return Pattern.compile("\"zone\": \\{\\s*\"S\": \"([^\"]+)\"")
        .matcher(House.text(Path.of("infra/offices.json")))
        .results()
        .map(zone -> zone.group(1));
  }

  /** A native function could not write it; on the JVM nobody notices. */
  @ParameterizedTest
  @MethodSource("all")
  void aRecordAndItsWordsAreKnownFromWithinToANativeFunction(Class<?> view) {
    Set<Class<?>> named = House.registeredFor(House.moduleOf(House.CLASSES.get(view)));

    assertThat(Stream.concat(Stream.of(view), enums(view)))
        .allMatch(it -> named.contains(it) || named.contains(it.getDeclaringClass()));
  }

  private static Stream<Class<?>> enums(Class<?> view) {
    return Stream.of(view.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .flatMap(ViewsTest::within)
        .filter(Class::isEnum);
  }

  private static Stream<Class<?>> within(Type type) {
    return switch (type) {
      case ParameterizedType several ->
          Stream.of(several.getActualTypeArguments()).flatMap(ViewsTest::within);
      case Class<?> one -> Stream.of(one);
      default -> Stream.empty();
    };
  }

  /** The schemas with fields in answers, refusals too, and in these. */
  private static Set<String> answers() {
    Set<String> reached = new LinkedHashSet<>();
    Section paths = CONTRACT.at("paths");
    paths.names().stream()
        .map(paths::at)
        .flatMap(path -> path.names().stream().map(path::at))
        .map(operation -> operation.at("responses"))
        .forEach(responses -> reach(responses, reached));
    return reached.stream()
        .filter(name -> Field.schema(name).has("properties"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void reach(Section section, Set<String> reached) {
    section.everywhere().stream()
        .flatMap(Field::reference)
        .filter(reached::add)
        .forEach(name -> reach(Field.schema(name), reached));
  }
}

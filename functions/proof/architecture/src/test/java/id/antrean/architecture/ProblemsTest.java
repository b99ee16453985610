package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.gateway.ProblemMembers;
import id.antrean.gateway.ProblemType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients are refused with: types of problem, each with its status, and what some of them tell
 * beside their sentence. The contract has all of them and no others.
 */
class ProblemsTest {
  private static final Section PROBLEM =
      new Section(Map.of("$ref", "#/components/schemas/Problem"));
  private static final String PREFIX = "/problems/";

  /** The schemas that add something to what every problem has. */
  static Stream<String> problems() {
    return House.contract().at("components", "schemas").names().stream()
        .filter(name -> Field.schema(name).sections("allOf").contains(PROBLEM));
  }

  /** What it adds. */
  private static Section own(String problem) {
    return Field.schema(problem).sections("allOf").getLast();
  }

  private static List<String> types(String problem) {
    return own(problem).at("properties", "type").texts("enum");
  }

  @Test
  void everyTypeIsPromisedWithItsStatusAndNoOther() {
    Map<String, Set<String>> promised = new HashMap<>();
    problems()
        .forEach(
            problem ->
                types(problem)
                    .forEach(
                        type ->
                            promised
                                .computeIfAbsent(type, _ -> new HashSet<>())
                                .addAll(statuses(problem))));

    assertThat(promised)
        .isEqualTo(
            Stream.of(ProblemType.values())
                .collect(
                    Collectors.toMap(
                        ProblemType::uri, type -> Set.of(Integer.toString(type.status())))));
  }

  private static List<String> statuses(String problem) {
    Section status = own(problem).at("properties", "status");
    return Stream.of("minimum", "maximum").flatMap(end -> status.text(end).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void aProblemTellsWhatTheContractHas(String problem) {
    Map<String, Field> promised = Field.promised(own(problem));
    promised.keySet().removeAll(Set.of("type", "status"));
    Map<String, Field> written = new TreeMap<>();
    told(problem)
        .forEach(
            members ->
                Field.written(members)
                    .forEach((name, field) -> written.merge(name, field, ProblemsTest::either)));

    ViewsTest.saysAsPromised(written, promised);
  }

  /** Two types in one schema may have members of one name. */
  private static Field either(Field one, Field other) {
    return new Field(
        one.type().equals(other.type()) ? one.type() : one.type() + " or " + other.type(),
        one.always() && other.always(),
        one.nullable() || other.nullable());
  }

  @Test
  void nothingIsToldThatNoSchemaHas() {
    assertThat(problems().flatMap(ProblemsTest::told).collect(Collectors.toSet()))
        .isEqualTo(records().collect(Collectors.toSet()));
  }

  /** The record with the schema's name, or else those with the names of its types. */
  private static Stream<Class<?>> told(String problem) {
    Set<String> names =
        types(problem).stream().map(ProblemsTest::record).collect(Collectors.toSet());
    names.add(problem.replaceFirst("Problem$", ""));
    return records().filter(members -> names.contains(members.getSimpleName()));
  }

  /** {@code /problems/sold-out} is {@code SoldOut}. */
  private static String record(String type) {
    return Stream.of(type.substring(PREFIX.length()).split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static Stream<Class<?>> records() {
    return ViewsTest.all().filter(ProblemMembers.class::isAssignableFrom);
  }
}

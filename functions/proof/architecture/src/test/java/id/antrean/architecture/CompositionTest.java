package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What functions share is made once, and each carries what it uses and no more. */
class CompositionTest {
  static final List<String> FUNCTIONS = House.FUNCTIONS;

  private static final Pattern CLIENT =
      Pattern.compile(
          "<artifactId>quarkus-amazon-([a-z0-9]+)</artifactId>"
              + "|<groupId>software\\.amazon\\.awssdk</groupId>\\s*<artifactId>([a-z0-9]+)</artifactId>");

  static Stream<Method> shared() {
    return Composition.shared();
  }

  /** A client that nobody uses costs every cold start. */
  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aFunctionCarriesTheClientsThatItUsesAndNoOther(String function) {
    TreeSet<String> carried = new TreeSet<>();
    CLIENT
        .matcher(House.text(Path.of("functions", function, "pom.xml")))
        .results()
        .map(CompositionTest::service)
        .forEach(carried::add);

    assertThat(carried).isEqualTo(Composition.of(function).clients());
  }

  private static String service(MatchResult artifact) {
    return artifact.group(1) == null ? artifact.group(2) : artifact.group(1);
  }

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aFunctionUsesWhateverItMakes(String function) {
    assertThat(Composition.of(function).unused()).isEmpty();
  }

  /**
   * A table of routes or an aggregator that nobody makes is simply not there, and nothing says so.
   */
  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aFunctionMakesWhateverIsFoundByBeingThere(String function) {
    assertThat(Composition.of(function).unmade()).isEmpty();
  }

  /** What one function alone has is said in its own Wiring. */
  @ParameterizedTest
  @MethodSource("shared")
  void whatIsMadeForAllIsUsedByMoreThanOne(Method maker) {
    assertThat(FUNCTIONS.stream().filter(it -> Composition.of(it).makers().contains(maker)))
        .hasSizeGreaterThan(1);
  }
}

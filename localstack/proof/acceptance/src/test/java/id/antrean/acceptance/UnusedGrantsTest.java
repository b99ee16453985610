package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.antrean.acceptance.stack.Ability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the template allows and the whole suite has not used. {@code unused-grants.csv} gives each
 * its reason: a rest without one is a grant that nobody needs, or a path that nobody tests.
 */
@OnAStack
@Needs(Ability.DEVELOPERS_VIEW)
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("What is allowed and never used")
final class UnusedGrantsTest {
  private final Stack stack;
  private final TestsThatRan tests;
  private final Set<Granted> reasoned;

  UnusedGrantsTest(Stack stack, TestsThatRan tests) {
    this.stack = stack;
    this.tests = tests;
    this.reasoned = reasoned();
  }

  /**
   * A grant in the template's words.
   *
   * @param of the resource, and what of it
   */
  private record Granted(String function, String action, String of) {}

  private static Set<Granted> reasoned() {
    try {
      Path file = Path.of(UnusedGrantsTest.class.getResource("unused-grants.csv").toURI());
      List<String> rows = Files.readAllLines(file);
      return rows.subList(1, rows.size()).stream()
          .map(row -> row.split(",", 4))
          .peek(row -> assertThat(row[3]).as("its reason").isNotBlank())
          .map(row -> new Granted(row[0], row[1], row[2]))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often each was used. */
  private Map<Granted, Integer> used() {
    List<Map<String, Object>> granted = stack.sandbox().permissions().getList("granted");
    return granted.stream()
        .collect(
            Collectors.toMap(
                each -> new Granted(text(each, "function"), text(each, "action"), text(each, "of")),
                each -> Integer.parseInt(text(each, "used"))));
  }

  private static String text(Map<String, Object> grant, String name) {
    return String.valueOf(grant.get(name));
  }

  @Test
  @Order(1)
  void is_granted() {
    assertThat(used().keySet())
        .as("what unused-grants.csv speaks of is in the template")
        .containsAll(reasoned);
  }

  @Test
  @Order(2)
  void has_its_reason() {
    assumeThat(tests.left()).as("tests that have not run").isEmpty();
    Map<Granted, Integer> used = used();

    Set<String> outdated = new TreeSet<>();
    reasoned.stream()
        .filter(grant -> used.getOrDefault(grant, 0) > 0)
        .forEach(grant -> outdated.add(grant.toString()));
    outdated.forEach(grant -> System.out.println("Used after all, this time: " + grant));
    Set<Granted> unused = new HashSet<>(used.keySet());
    unused.removeIf(grant -> used.getOrDefault(grant, 0) > 0 || reasoned.contains(grant));
    assertThat(unused).as("granted, never used, and not in unused-grants.csv").isEmpty();
  }
}

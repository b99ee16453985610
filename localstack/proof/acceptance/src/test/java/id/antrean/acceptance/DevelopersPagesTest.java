package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.stack.Ability;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages beside the system say where one is and what can be asked. */
@OnAStack
@Needs(Ability.DEVELOPERS_VIEW)
@DisplayName("A page for developers")
final class DevelopersPagesTest {
  private final Stack stack;

  DevelopersPagesTest(Stack stack) {
    this.stack = stack;
  }

  private Response get(String path, String accept) {
    return stack.api().outsideTheContract().header("Accept", accept).get(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox", "/docs", "/docs/", "/docs/index.html"})
  void is_one_for_a_browser_on_a_phone(String path) {
    Response page = get(path, "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.asString())
        .contains("<html lang=\"en\">", "name=\"viewport\"", "<title>", "<main")
        .doesNotContain("https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox", "/docs"})
  void is_json_for_a_program(String path) {
    Response page = get(path, "application/json");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.jsonPath().getMap("$")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox"})
  void is_plain_text_for_a_curl(String path) {
    Response page = get(path, "*/*");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/plain");
    assertThat(page.asString()).contains("Antrean Paspor", own()).doesNotContain("<");
  }

  @Test
  void leads_to_places_that_exist() {
    List<String> links = get("/", "application/json").jsonPath().getList("links.href");

    assertThat(links).hasSizeGreaterThan(3).allMatch(link -> link.startsWith(own()));
    for (String link : links) {
      assertThat(get(link.substring(own().length()), "text/html,*/*").statusCode())
          .as(link)
          .isEqualTo(200);
    }
  }

  /** In the order of the page: what an example breaks, the next one mends. */
  @Test
  void has_examples_that_work_as_they_stand() {
    JsonPath page = get("/sandbox", "application/json").jsonPath();
    List<Map<String, String>> examples = page.getList("topics.examples.flatten()");

    assertThat(examples).hasSizeGreaterThan(10);
    for (Map<String, String> example : examples) {
      RequestSpecification request = stack.api().outsideTheContract();
      String body = example.getOrDefault("body", "");
      if (!body.isEmpty()) {
        request.contentType("application/json").body(body);
      }
      Response answer = request.request(example.get("method"), example.get("path"));

      assertThat(answer.statusCode())
          .as(example.get("command") + "\n" + answer.asString())
          .isBetween(200, 299);
      assertThat(example.get("command"))
          .startsWith("curl -s ")
          .contains(own() + example.get("path"))
          .contains(body);
    }
  }

  private String own() {
    return stack.api().base().toString().replaceFirst("/v1$", "");
  }
}

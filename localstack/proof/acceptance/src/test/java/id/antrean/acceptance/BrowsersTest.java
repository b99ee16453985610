package id.antrean.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.DeclaredFile;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Project;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of an allowed origin is a client as any other; a page of any other is refused. */
@OnAStack
@Needs(Ability.PAGES)
@DisplayName("A page of another origin")
final class BrowsersTest {
  /** Allowed unless the stack is told otherwise. */
  private static final String PAGE = "http://localhost:5173";

  private static final String FOREIGN = "https://evil.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final Stack stack;

  BrowsersTest(Stack stack) {
    this.stack = stack;
  }

  /** Every path of the contract with the methods it has. */
  static Stream<Arguments> paths() throws IOException {
    return Yaml.mapper()
        .readTree(Project.root().resolve("infra/openapi.yaml").toFile())
        .path("paths")
        .properties()
        .stream()
        .map(
            path ->
                Arguments.of(
                    path.getKey().replace("{officeId}", "CLG").replaceAll("[{}]", ""),
                    StreamSupport.stream(
                            ((Iterable<String>) path.getValue()::fieldNames).spliterator(), false)
                        .filter(
                            name -> List.of("get", "put", "post", "patch", "delete").contains(name))
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList()));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void is_told_before_it_calls_what_it_may_send(String path, List<String> methods) {
    Response answer = preflight(PAGE, methods.getFirst()).options("/v1" + path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
    assertThat(answer.header("Access-Control-Allow-Methods").split(", "))
        .containsExactlyInAnyOrderElementsOf(methods);
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void is_refused_where_its_origin_is_not_allowed(String path, List<String> methods) {
    Response answer = preflight(FOREIGN, methods.getFirst()).options("/v1" + path);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.header(ALLOWED)).isNull();
  }

  @Test
  void reads_answers_and_refusals_alike() {
    for (Response answer :
        List.of(
            from(PAGE).get("/v1/offices"),
            from(PAGE).get("/v1/offices/XYZ"),
            from(PAGE).get("/v1/applications"),
            from(PAGE).get("/v1/offices/CLG/availability"))) {
      assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
      assertThat(answer.header("Vary")).contains("Origin");
      assertThat(answer.header("Access-Control-Expose-Headers"))
          .contains("ETag", "Location", "Retry-After");
    }
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void reads_what_the_gateway_answers_itself() {
    Response answer = from(PAGE).get("/v1/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.header(ALLOWED)).as("it cannot know who asks").isEqualTo("*");
  }

  @Test
  void uploads_a_file_itself_and_no_foreign_page_may() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    DeclaredFile file = application.declares("ID_CARD", Pictures.jpeg());
    String headers = String.join(",", file.headers().keySet()).toLowerCase(Locale.ROOT);

    Response asked =
        given()
            .header("Origin", PAGE)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", headers)
            .urlEncodingEnabled(false)
            .options(file.url());
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.header(ALLOWED)).isIn(PAGE, "*");
    assertThat(asked.header("Access-Control-Allow-Methods")).contains("PUT");
    assertThat(asked.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("x-amz-checksum-sha256", "if-none-match");

    Response foreign =
        given()
            .header("Origin", FOREIGN)
            .header("Access-Control-Request-Method", "PUT")
            .urlEncodingEnabled(false)
            .options(file.url());
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.header(ALLOWED)).isNull();
  }

  private RequestSpecification preflight(String origin, String method) {
    return from(origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "authorization,content-type");
  }

  private RequestSpecification from(String origin) {
    return stack.api().outsideTheContract().header("Origin", origin);
  }
}

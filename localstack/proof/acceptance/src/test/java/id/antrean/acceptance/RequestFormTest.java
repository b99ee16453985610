package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Json;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request itself is told plainly, in the reader's language. */
@OnAStack
@DisplayName("A request")
final class RequestFormTest {
  private final Stack stack;

  RequestFormTest(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "null", "[]", "\"NEW\"", "{\"kind\":\"NEW\",}", "{\"kind\":}"})
  void that_is_not_a_json_object_is_refused_as_a_whole(String body) {
    assertThat(stack.applicant("siti").registersWrongly(body).pointers()).containsExactly("");
  }

  @Test
  void with_a_field_twice_is_refused() {
    String body = Json.text(Registration.of(Person.adult()).json());

    stack
        .applicant("siti")
        .registersWrongly("{\"kind\":\"LOST\"," + body.substring(1))
        .refused(400, "validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
  void of_another_content_type_is_refused(String contentType) {
    Applicant siti = stack.applicant("siti");

    new Answer(
            stack
                .api()
                .wronglyAs(siti.token())
                .contentType(contentType)
                .body(
                    Json.text(Registration.of(Person.adult()).json())
                        .getBytes(StandardCharsets.UTF_8))
                .post("/applications"))
        .refused(415, "unsupported-media-type");
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES) // LocalStack unpacks what says that it is packed, itself
  void that_was_compressed_hears_that_it_must_not_be() {
    JsonPath refused =
        stack
            .applicant("siti")
            .with("Content-Encoding", "gzip")
            .with("Accept-Language", "en")
            .registersWrongly(Json.text(Registration.of(Person.adult()).json()))
            .refused(415, "unsupported-media-type");

    assertThat(refused.getString("detail")).contains("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "SITI\\udc00", "\\udc00\\ud800"})
  void with_half_a_character_is_refused_at_its_place(String half) {
    String body = Json.text(Registration.of(Person.adult()).json());

    assertThat(
            stack.applicant("siti").registersWrongly(body.replace("SITI AMINAH", half)).pointers())
        .containsExactly("/applicant/fullName");
  }

  @Test
  void with_bytes_that_are_not_utf_8_is_refused_at_their_place() {
    byte[] body =
        Json.text(Registration.of(Person.adult()).json())
            .replace("SITI AMINAH", "SITI \u00C9")
            .getBytes(StandardCharsets.ISO_8859_1);

    Answer answer =
        new Answer(
            stack
                .api()
                .wronglyAs(stack.applicant("siti").token())
                .contentType("application/json")
                .body(body)
                .post("/applications"));

    assertThat(answer.pointers()).isSubsetOf("", "/applicant/fullName").isNotEmpty();
  }

  @Test
  void may_say_its_charset() {
    new Answer(
            stack
                .api()
                .as(stack.applicant("siti").token())
                .contentType("application/json; charset=UTF-8")
                .body(Json.text(Registration.of(Person.adult("ÉMILE SITI")).json()))
                .post("/applications"))
        .accepted();
  }

  @Test
  void over_256_kb_is_refused() {
    String large = "{\"kind\":\"" + "x".repeat(257 * 1024) + "\"}";

    stack.applicant("siti").registersWrongly(large).refused(413, "too-large");
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void to_a_place_that_does_not_exist_finds_nothing() {
    for (String path : new String[] {"/v1/nowhere", "/v1/applications/x/y/z", "/v1"}) {
      finds_nothing(stack.api().outsideTheContract().get(path));
    }
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void by_a_method_that_a_place_does_not_have_finds_nothing() {
    finds_nothing(stack.api().outsideTheContract().post("/v1/offices"));
    finds_nothing(stack.api().outsideTheContract().delete("/v1/applications"));
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void for_an_application_that_cannot_be_one_finds_nothing() {
    Applicant siti = stack.applicant("siti");

    siti.application("x").triesToLook().refused(404, "not-found");
    siti.application("AAAAAAAAAAAAAAAA").triesToLook().refused(404, "not-found");
    siti.application("../offices").triesToLook().refused(404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, 101", "limit, many", "cursor, forged"})
  void for_a_page_that_cannot_be_one_is_refused(String parameter, String value) {
    Answer answer =
        new Answer(
            stack
                .api()
                .wronglyAs(stack.applicant("siti").token())
                .queryParam(parameter, value)
                .get("/applications"));

    assertThat(answer.pointers()).containsExactly("/query/" + parameter);
  }

  @Test
  void with_another_accounts_cursor_shows_ones_own_and_nothing_of_theirs() {
    Applicant budi = stack.applicant("budi");
    String own = budi.registers(Person.adult()).id();
    Applicant siti = stack.applicant("siti");
    siti.registers(Person.adult());
    siti.registers(Person.adult());
    String cursor = siti.applications(Map.of("limit", 1)).getString("nextCursor");

    assertThat(budi.applications(Map.of("cursor", cursor)).getList("items.id", String.class))
        .containsExactly(own);
  }

  // ---- Languages ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | false",
        "en | true",
        "en-GB,en;q=0.9 | true",
        "fr, en;q=0.5 | true",
        "fr | false",
        "id, en;q=0.9 | false",
        "en;q=0.1, id;q=0.8 | false"
      })
  void is_answered_in_indonesian_or_english(String languages, boolean english) {
    JsonPath usual = refusal("");
    JsonPath told = refusal(languages);

    assertThat(told.getString("type")).isEqualTo(usual.getString("type"));
    assertThat(!told.getString("title").equals(usual.getString("title"))).isEqualTo(english);
    assertThat(!told.getString("detail").equals(usual.getString("detail"))).isEqualTo(english);
    assertThat(!told.getString("errors[0].detail").equals(usual.getString("errors[0].detail")))
        .isEqualTo(english);
  }

  private JsonPath refusal(String languages) {
    Applicant siti = stack.applicant("siti");
    return (languages.isEmpty() ? siti : siti.with("Accept-Language", languages))
        .registersWrongly(Map.of())
        .refused(400, "validation");
  }

  private static void finds_nothing(Response response) {
    JsonPath problem = new Answer(response).refused(404, "not-found");
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
    assertThat(problem.getInt("status")).isEqualTo(404);
  }
}

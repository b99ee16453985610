package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a field of a request may say, and what is answered where it says something else. */
class ReadingTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Api api =
      new Api(
              token -> Optional.empty(),
              new EventLog(
                  new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                  Clock.systemUTC(),
                  "tried"),
              Origins.NONE)
          .open("POST", "/texts", ReadingTextTest::echo);

  private static Answer echo(Request request) {
    FieldErrors errors = new FieldErrors();
    Fields fields = Fields.of(request, "application/json", errors);
    Fields.Read<String> name = fields.text("name", 1, 20);
    boolean note = fields.sent("note");
    Fields.Read<String> parsed =
        note ? fields.parsed("note", "phone", Optional::of) : fields.text("name", 1, 20);
    fields.nothingElse();
    errors.check();
    return Answer.ok(new Read(name.get(), parsed.get()));
  }

  private record Read(String name, String note) implements View {}

  @Test
  void aTextIsKeptInItsNormalForm() throws Exception {
    assertThat(json(post("{\"name\":\"  E\u0301MILE \u00A0 SITI \"}")).path("name").asText())
        .isEqualTo("\u00C9MILE SITI");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"\\ud800\"} | broken",
        "{\"name\":\"SITI \\udc00\"} | broken",
        "{\"name\":\"\\u202eSITI\"} | cannot be seen",
        "{\"name\":\"\\u200b\"} | cannot be seen",
        "{\"name\":\"\\u0000\"} | cannot be seen",
        "{\"name\":\"\\u00a0\"} | 1 to 20",
        "{\"name\":\"123456789012345678901\"} | 1 to 20",
        "{\"name\":\"=1+1\"} | begin with",
        "{\"name\":null} | Required",
        "{\"name\":7} | text"
      })
  void aFaultIsToldAtItsPlace(String body, String detail) throws Exception {
    JsonNode problem = refused(post(body));

    assertThat(pointers(problem)).contains("/name");
    assertThat(problem.at("/errors/0/detail").asText()).contains(detail);
  }

  @Test
  void nullIsNotTheSameAsNothing() throws Exception {
    JsonNode problem = refused(post("{\"name\":\"SITI\",\"note\":null}"));

    assertThat(pointers(problem)).containsExactly("/note");
  }

  @Test
  void aFieldWithABrokenNameIsToldAtItsObject() throws Exception {
    assertThat(pointers(refused(post("{\"name\":\"SITI\",\"\\ud800\":1}")))).containsExactly("");
    assertThat(pointers(refused(post("{\"name\":\"SITI\",\"note\":\"\\ud800\"}"))))
        .containsExactly("/note");
  }

  @Test
  void bytesThatAreNotUtf8AreNotReplaced() throws Exception {
    byte[] body = "{\"name\":\"SITI?\"}".getBytes(StandardCharsets.US_ASCII);
    body[13] = (byte) 0xFF;

    assertThat(
            pointers(
                refused(
                    call(
                        event(Base64.getEncoder().encodeToString(body))
                            .withIsBase64Encoded(true)))))
        .containsExactly("");
    // The gateway in front has replaced them already.
    assertThat(pointers(refused(post(new String(body, StandardCharsets.UTF_8))))).contains("/name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", " GZIP ", "deflate, gzip"})
  void aCompressedBodyHearsWhatToDo(String encoding) throws Exception {
    APIGatewayProxyResponseEvent answer =
        call(withHeader(event("{\"name\":\"SITI\"}"), "content-encoding", encoding));

    assertThat(answer.getStatusCode()).isEqualTo(415);
    assertThat(json(answer).path("type").asText()).isEqualTo("/problems/unsupported-media-type");
    assertThat(json(answer).path("detail").asText()).contains("gzip");
    assertThat(answer.getHeaders()).containsEntry("Accept-Encoding", "identity");
  }

  @Test
  void aPlainBodyMaySaySo() {
    assertThat(
            call(withHeader(event("{\"name\":\"SITI\"}"), "Content-Encoding", "identity"))
                .getStatusCode())
        .isEqualTo(200);
  }

  private static APIGatewayProxyRequestEvent event(String body) {
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod("POST")
        .withResource("/texts")
        .withHeaders(Map.of("Content-Type", "application/json", "Accept-Language", "en"))
        .withBody(body);
  }

  private static APIGatewayProxyRequestEvent withHeader(
      APIGatewayProxyRequestEvent event, String name, String value) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.put(name, value);
    return event.withHeaders(headers);
  }

  private APIGatewayProxyResponseEvent post(String body) {
    return call(event(body));
  }

  private APIGatewayProxyResponseEvent call(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  private static JsonNode refused(APIGatewayProxyResponseEvent answer) throws Exception {
    assertThat(answer.getStatusCode()).isEqualTo(400);
    return json(answer);
  }

  private static JsonNode json(APIGatewayProxyResponseEvent answer) throws Exception {
    return JSON.readTree(answer.getBody());
  }

  private static List<String> pointers(JsonNode problem) {
    List<String> pointers = new ArrayList<>();
    problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers;
  }
}

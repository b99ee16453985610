package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page of a configured origin may be a client, and reads what it needs; any other learns nothing.
 */
class PagesOfOtherOriginsTest {
  private static final String PAGE = "https://paspor.example.go.id";
  private final Call call =
      new Call(Origins.of(PAGE + ", http://localhost:*,https://*.kantor.example"));

  @ParameterizedTest
  @CsvSource({"/things, 200", "/mine, 401", "/broken, 503", "/unknown, 404"})
  void whateverIsAnsweredTheAllowedPageMayRead(String resource, int status) {
    APIGatewayProxyResponseEvent answer = call.on("GET", resource, Map.of("Origin", PAGE));

    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders())
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .containsEntry("Vary", "Origin")
        .doesNotContainKey("Access-Control-Allow-Credentials");
    assertThat(answer.getHeaders().get("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Retry-After", "WWW-Authenticate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://paspor.example.go.id",
        "https://paspor.example.go.id.evil.example",
        "https://paspor.example.go.id:8443",
        "https://PASPOR.example.go.id",
        "https://kantor.example",
        "https://evil.example/.kantor.example",
        "null",
        "*",
        ""
      })
  void anyOtherIsAnsweredAsIfItWereNoPage(String origin) {
    APIGatewayProxyResponseEvent answer = call.on("GET", "/things", Map.of("Origin", origin));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Vary", "Origin")
        .doesNotContainKey("Access-Control-Allow-Origin");
    assertThat(call.on("OPTIONS", "/things", Map.of("Origin", origin)).getStatusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, "http://localhost:5173", "https://cilegon.kantor.example"})
  void aPreflightSaysWhatMayBeSent(String origin) {
    APIGatewayProxyResponseEvent answer = call.on("OPTIONS", "/things", Map.of("Origin", origin));

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(answer.getBody()).isEmpty();
    assertThat(answer.getHeaders())
        .containsEntry("Access-Control-Allow-Origin", origin)
        .containsEntry("Access-Control-Allow-Methods", "GET, PUT");
    assertThat(answer.getHeaders().get("Access-Control-Allow-Headers"))
        .contains(
            "Authorization",
            "Content-Type",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match");
  }

  @Test
  void whoIsNoPageIsToldTheMethods() {
    APIGatewayProxyResponseEvent answer = call.on("OPTIONS", "/things", Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(answer.getHeaders())
        .containsEntry("Allow", "GET, PUT, OPTIONS")
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void whatElseAnAnswerVariesByIsKept() {
    assertThat(call.on("GET", "/words", Map.of()).getHeaders())
        .containsEntry("Vary", "Accept-Language, Origin");
  }

  @Test
  void withoutOriginsNoPageMayCall() {
    Call closed = new Call(Origins.of(""));

    assertThat(closed.on("OPTIONS", "/things", Map.of("Origin", PAGE)).getStatusCode())
        .isEqualTo(403);
    assertThat(closed.on("GET", "/things", Map.of("Origin", PAGE)).getHeaders())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
  }
}

package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks again at what has not changed is told so, and gets nothing twice. */
class LookingAgainTest {
  private final Call call = new Call(Origins.NONE);

  private APIGatewayProxyResponseEvent look(String resource, Map<String, String> headers) {
    return call.on("GET", resource, headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", W/\"7\"", "*", " \"1\" ,\"7\""})
  void whatTheClientNamesIsNotSentAgain(String tags) {
    APIGatewayProxyResponseEvent answer = look("/versions", Map.of("If-None-Match", tags));

    assertThat(answer.getStatusCode()).isEqualTo(304);
    assertThat(answer.getBody()).isEmpty();
    assertThat(answer.getHeaders())
        .containsEntry("ETag", "\"7\"")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Retry-After", "5")
        .doesNotContainKey("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "\"77\"", "W/\"6\", \"8\""})
  void anythingElseIsSent(String tags) {
    APIGatewayProxyResponseEvent answer = look("/versions", Map.of("If-None-Match", tags));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("Siti");
  }

  @Test
  void whatHasNoVersionHasATagOfItsContent() {
    String tag = look("/things", Map.of()).getHeaders().getOrDefault("ETag", "none");

    assertThat(tag).matches("\"[A-Za-z0-9_-]{16}\"");
    assertThat(look("/things", Map.of("If-None-Match", tag)).getStatusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7", "W/7", "", "\"7\" \"8\""})
  void whatIsNoTagIsAFault(String tags) {
    APIGatewayProxyResponseEvent answer = look("/versions", Map.of("If-None-Match", tags));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("/header/If-None-Match");
  }

  @Test
  void onlyLookingIsSpared() {
    assertThat(call.on("PUT", "/things", Map.of("If-None-Match", "*")).getStatusCode())
        .isEqualTo(200);
    assertThat(look("/mine", Map.of("If-None-Match", "*")).getStatusCode()).isEqualTo(401);
  }
}

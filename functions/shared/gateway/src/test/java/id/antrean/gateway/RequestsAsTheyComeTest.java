package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request is what API Gateway hands over, where whatever is empty may be missing. */
class RequestsAsTheyComeTest {

  private static APIGatewayProxyRequestEvent event() {
    return new APIGatewayProxyRequestEvent().withHttpMethod("PUT").withResource("/x/{id}");
  }

  @Test
  void whatIsMissingIsEmpty() {
    Request request = Request.of(event());

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.resource()).isEqualTo("/x/{id}");
    assertThat(request.body()).isEmpty();
    assertThat(request.header("Accept")).isEmpty();
    assertThat(request.query("limit")).isEmpty();
    assertThat(request.path()).isEmpty();
    assertThat(request.id()).isEqualTo("unknown");
    assertThat(Request.of(event().withRequestContext(new ProxyRequestContext())).id())
        .isEqualTo("unknown");
  }

  @Test
  void whatIsThereIsReadByItsName() {
    Request request =
        Request.of(
            event()
                .withQueryStringParameters(Map.of("limit", "7"))
                .withPathParameters(Map.of("id", "a b"))
                .withHeaders(Map.of("X-Y", "z"))
                .withRequestContext(new ProxyRequestContext().withRequestId("r-1")));

    assertThat(request.query("limit")).contains("7");
    assertThat(request.parameter("id")).isEqualTo("a b");
    assertThat(request.header("x-y")).contains("z");
    assertThat(request.id()).isEqualTo("r-1");
  }

  @Test
  void aParameterThatTheRouteDoesNotHaveIsOurFault() {
    Request request = Request.of(event().withPathParameters(Map.of("id", "a")));

    assertThatThrownBy(() -> request.parameter("officeId"))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("officeId");
  }

  @Test
  void aBodyIsItsBytesHoweverItTravelled() {
    byte[] bytes = "Åse".getBytes(StandardCharsets.UTF_8);

    assertThat(Request.of(event().withBody("Åse")).body()).isEqualTo(bytes);
    assertThat(Request.of(event().withBody("Åse").withIsBase64Encoded(false)).body())
        .isEqualTo(bytes);
    assertThat(Request.of(event().withBody("w4VzZQ==").withIsBase64Encoded(true)).body())
        .isEqualTo(bytes);
  }

  @Test
  void onlyWhatIsThereCanBeCompressed() {
    Map<String, String> gzip = Map.of("Content-Encoding", "gzip");

    assertThat(Request.of(event().withHeaders(gzip)).isEncoded()).isFalse();
    assertThat(Request.of(event().withHeaders(gzip).withBody("x")).isEncoded()).isTrue();
    assertThat(
            Request.of(event().withHeaders(Map.of("Content-Encoding", " ")).withBody("x"))
                .isEncoded())
        .isFalse();
  }

  @Test
  void theApplicationThatItIsAboutIsInThePath() {
    String id = "AbCdEfGhIjKlMnOp";

    assertThat(about("/applications/{id}/bill", Map.of("id", id))).isEqualTo(id);
    assertThat(about("/offices/{officeId}/visits/{applicationId}", Map.of("applicationId", id)))
        .isEqualTo(id);
    assertThat(about("/offices/{id}", Map.of("id", id))).isEqualTo("nothing");
    assertThat(about("/applications/{id}", Map.of("id", "9901014107950001"))).isEqualTo("nothing");
    assertThat(about("/applications", Map.of())).isEqualTo("nothing");
  }

  private static String about(String resource, Map<String, String> path) {
    return Request.of(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withResource(resource)
                .withPathParameters(path))
        .about()
        .orElse("nothing");
  }
}

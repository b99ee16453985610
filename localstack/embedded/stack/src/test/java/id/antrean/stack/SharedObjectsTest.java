package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The object store lets pages of other origins do what the bucket's own rules say, and no more. */
class SharedObjectsTest {
  private static final RunningStack RUNNING = RunningStack.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"https://page.example", "http://localhost:5173"})
  void aPreflightThatARuleCoversIsAllowed(String origin) throws Exception {
    HttpResponse<Void> answer = preflight(origin, "PUT", "x-amz-checksum-sha256, X-Amz-Acl");

    assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("x-amz-checksum-sha256, X-Amz-Acl");
    assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("60");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, PUT, x-amz-acl",
    "https://page.example, DELETE, x-amz-acl",
    "https://page.example, PUT, x-other",
    "http://localhost.evil.example, PUT, x-amz-acl"
  })
  void anyOtherIsRefused(String origin, String method, String headers) throws Exception {
    HttpResponse<Void> answer = preflight(origin, method, headers);

    assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  /** The store answers as it would without a page; the browser then hands it over or does not. */
  @Test
  void anAnswerSaysWhetherThePageMayReadIt() throws Exception {
    assertThat(get("https://page.example").headers().map())
        .containsKey("access-control-allow-origin")
        .containsKey("access-control-expose-headers");
    assertThat(get("https://evil.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
    assertThat(get("https://evil.example").statusCode())
        .isEqualTo(get("https://page.example").statusCode());
  }

  private static HttpResponse<Void> preflight(String origin, String method, String headers)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(object())
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", headers)
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static HttpResponse<Void> get(String origin) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(object()).header("Origin", origin).build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static URI object() {
    return URI.create(RUNNING.stack().s3Uri() + "/test-bucket/incoming/nothing");
  }
}

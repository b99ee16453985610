package id.antrean.senders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A sender's own API over HTTP. Somebody waits for us meanwhile, so it is asked briefly, and no
 * more of an answer is read than any answer has.
 */
public final class SenderApi {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final long MOST_BYTES = 1 << 20;

  /** Nobody but a schedule waits for a list. */
  private static final Duration LIST_LIMIT = Duration.ofSeconds(8);

  private static final long MOST_LIST_BYTES = 32 << 20;
  private final HttpClient http;
  private final String baseUrl;

  /**
   * @param baseUrl empty: it is never asked, and is silent
   */
  public SenderApi(HttpClient http, String baseUrl) {
    this.http = http;
    this.baseUrl = baseUrl;
  }

  /** As functions ask: a connection is not waited for either. */
  public static SenderApi at(String baseUrl) {
    return new SenderApi(
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build(), baseUrl);
  }

  /** What came of asking. */
  public sealed interface Reply {}

  /** It answered with a JSON object. */
  public record Told(int status, JsonNode body) implements Reply {
    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /** It did not answer, or not in JSON. */
  public record Silent() implements Reply {}

  /** A text, such as a list; empty where there was no answer, or none that is good. */
  public Optional<String> text(String path) {
    if (baseUrl.isEmpty()) {
      return Optional.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(LIST_LIMIT).GET().build();
    try {
      HttpResponse<byte[]> response =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_LIST_BYTES));
      return response.statusCode() == 200
          ? Optional.of(new String(response.body(), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException down) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  public Reply get(String path, Map<String, String> headers) {
    return ask(path, headers, HttpRequest.newBuilder().GET());
  }

  /** With a body in JSON. */
  public Reply post(String path, Map<String, String> headers, String body) {
    return ask(
        path,
        headers,
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json"));
  }

  private Reply ask(String path, Map<String, String> headers, HttpRequest.Builder request) {
    if (baseUrl.isEmpty()) {
      return new Silent();
    }
    request.uri(URI.create(baseUrl + path)).timeout(LIMIT).header("Accept", "application/json");
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      Optional<JsonNode> body =
          SenderJson.object(new String(response.body(), StandardCharsets.UTF_8));
      return body.isPresent() ? new Told(response.statusCode(), body.get()) : new Silent();
    } catch (IOException down) {
      return new Silent();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Silent();
    }
  }
}

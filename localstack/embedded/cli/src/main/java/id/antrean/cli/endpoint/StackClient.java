package id.antrean.cli.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP to a running stack. One that cannot be reached is a {@link CommandFailure}. */
public final class StackClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public StackClient(URI base) {
    this.base = base;
  }

  /** Sends JSON, or nothing where the body is a missing node. */
  public Reply send(String method, String path, Map<String, String> headers, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "application/json")
            .header("Accept-Language", "en");
    if (!body.isMissingNode()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    BodyPublisher content =
        body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    return exchange(request.method(method, content).build());
  }

  /** Sends bytes to a pre-signed URL with exactly these headers. */
  public Reply upload(URI url, Map<String, String> headers, byte[] content) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(1));
    headers.entrySet().stream()
        .filter(header -> !isWrittenByTheClientItself(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    return exchange(request.PUT(BodyPublishers.ofByteArray(content)).build());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static boolean isWrittenByTheClientItself(String header) {
    return header.equalsIgnoreCase("Content-Length") || header.equalsIgnoreCase("Host");
  }

  private Reply exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), tree(answer.body()));
    } catch (IOException e) {
      throw new CommandFailure(
          "No stack answers at " + base + "; start one with ./antrean up, or set ANTREAN_PORT.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Stopped.");
    }
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}

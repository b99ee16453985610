package id.antrean.emulators.edge;

import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Passes calls on to a server on this machine over connections kept open. */
public final class ForwardingService implements AwsService {

  /** Longer than the longest poll of SQS. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Set by the HTTP client itself, or true of one connection only. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host",
          "connection",
          "content-length",
          "expect",
          "upgrade",
          "http2-settings",
          "transfer-encoding",
          "keep-alive",
          ":status");

  private final HttpClient client;
  private final URI server;

  /** Passes calls on to the server. */
  public ForwardingService(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(call.path()))
            .timeout(LIMIT)
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers()
        .forEach(
            (name, value) -> {
              if (!NOT_PASSED_ON.contains(name)) {
                request.header(name, value);
              }
            });
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new AwsAnswer(response.statusCode(), headers(response), response.body());
    } catch (IOException e) {
      throw new AwsError(503, "ServiceUnavailable", "The server did not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AwsError(503, "ServiceUnavailable", "The edge is stopping");
    }
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name)) {
                headers.put(name, String.join(",", values));
              }
            });
    return headers;
  }
}

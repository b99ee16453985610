package id.antrean.senders;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
  private static final long NEVER = Long.MIN_VALUE;
  private final HttpClient http;
  private final String baseUrl;
  private volatile long hangingSince = NEVER;

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

  /** The Authorization of a user who has the present key for a name, and no password. */
  public static String basic(Keys keys) {
    byte[] user = (keys.valid().getFirst() + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user);
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

  /** Whether it has an address. */
  public boolean isThere() {
    return !baseUrl.isEmpty();
  }

  /** A text, such as a list; empty where there was no answer, or none that is good. */
  public Optional<String> text(String path) {
    return isThere()
        ? exchange(
                HttpRequest.newBuilder(URI.create(baseUrl + path)).GET().build(),
                LIST_LIMIT,
                MOST_LIST_BYTES)
            .filter(response -> response.statusCode() == 200)
            .map(response -> new String(response.body(), StandardCharsets.UTF_8))
        : Optional.empty();
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
    if (!isThere()) {
      return new Silent();
    }
    request.uri(URI.create(baseUrl + path)).header("Accept", "application/json");
    headers.forEach(request::header);
    return exchange(request.build(), LIMIT, MOST_BYTES)
        .flatMap(
            response ->
                SenderJson.object(new String(response.body(), StandardCharsets.UTF_8))
                    .map(body -> new Told(response.statusCode(), body)))
        .<Reply>map(told -> told)
        .orElseGet(Silent::new);
  }

  /** Within the limit, its body too: the client's own limit ends with the headers. */
  private Optional<HttpResponse<byte[]>> exchange(
      HttpRequest request, Duration limit, long mostBytes) {
    if (isHanging()) {
      return Optional.empty();
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException hangs) {
      answer.cancel(true);
      hangingSince = System.nanoTime();
      return Optional.empty();
    } catch (ExecutionException down) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whoever hangs is left alone for a while, so that nobody waits for it one after another. */
  private boolean isHanging() {
    long since = hangingSince;
    return since != NEVER && System.nanoTime() - since < LEFT_ALONE.toNanos();
  }
}

package id.antrean.payments.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.payments.Keys;
import id.antrean.payments.SenderJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Midtrans' {@code GET /v2/{transaction_id}/status}. The notification's sender waits for us, so it
 * is asked briefly.
 */
public final class StatusApi {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final HttpClient http;
  private final String baseUrl;
  private final Keys serverKeys;

  /**
   * @param baseUrl empty: the API is never asked, and nothing is confirmed
   */
  public StatusApi(HttpClient http, String baseUrl, Keys serverKeys) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.serverKeys = serverKeys;
  }

  /** What came of asking. */
  sealed interface Answer {}

  record Told(JsonNode status) implements Answer {}

  record Silent() implements Answer {}

  Answer status(String transactionId) {
    if (baseUrl.isEmpty()) {
      return new Silent();
    }
    try {
      HttpResponse<byte[]> response = http.send(request(transactionId), BodyHandlers.ofByteArray());
      Optional<JsonNode> body =
          response.statusCode() == 200
              ? SenderJson.object(new String(response.body(), StandardCharsets.UTF_8))
              : Optional.empty();
      return body.isPresent() ? new Told(body.get()) : new Silent();
    } catch (IOException down) {
      return new Silent();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Silent();
    }
  }

  private HttpRequest request(String transactionId) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((serverKeys.valid().getFirst() + ":").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(
            URI.create(
                baseUrl
                    + "/v2/"
                    + URLEncoder.encode(transactionId, StandardCharsets.UTF_8)
                    + "/status"))
        .timeout(LIMIT)
        .header("Authorization", "Basic " + credentials)
        .header("Accept", "application/json")
        .build();
  }
}

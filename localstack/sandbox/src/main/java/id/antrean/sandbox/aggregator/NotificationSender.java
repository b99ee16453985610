package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.antrean.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Posts notifications to the API, as an aggregator does. */
public final class NotificationSender {
  /** API Gateway itself gives up after 29 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<URI> apiUrl;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param apiUrl the API's base, stage included
   */
  public NotificationSender(Supplier<URI> apiUrl) {
    this.apiUrl = apiUrl;
  }

  /** One delivery; fails if the API cannot be reached. */
  public Delivery deliver(Notification notification) throws IOException, InterruptedException {
    URI url = URI.create(apiUrl.get() + notification.path());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(notification.body()));
    notification.headers().forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode body = Json.parse(answer.body()).orElseGet(() -> TextNode.valueOf(answer.body()));
    return new Delivery(answer.statusCode(), body);
  }
}

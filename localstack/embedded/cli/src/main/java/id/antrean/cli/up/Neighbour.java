package id.antrean.cli.up;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whoever listens where a stack shall start. */
final class Neighbour {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final JsonMapper JSON = new JsonMapper();

  private Neighbour() {}

  /** Whether Antrean Paspor already runs at that address. */
  static boolean isAntrean(URI base) {
    HttpRequest question =
        HttpRequest.newBuilder(base.resolve("/health")).timeout(PATIENCE).build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(answer.body()).path("system").asText().equals("Antrean Paspor");
    } catch (IOException e) {
      return false; // it speaks something else
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

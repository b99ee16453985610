package id.antrean.registration.dukcapil;

import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks the registry over HTTP, once. Everything personal travels in the request's body; nothing is
 * logged.
 */
public final class DukcapilClient implements AskDukcapil {

  /**
   * How long a person may be kept waiting for the registry, from the first byte sent to the last
   * received.
   */
  public static final Duration LIMIT = Duration.ofSeconds(2);

  private static final String PATH = "/dukcapil/get_json/IMIGRASI/CALL_VERIFY_BY_ELEMEN";
  private static final long LONGEST_ANSWER_BYTES = 64 * 1024;

  private final HttpClient http;
  private final URI address;
  private final Supplier<DukcapilAccess> access;
  private final Duration limit;

  /**
   * @param url the registry's address without the path
   * @param access asked before each question, so that a rotated password is taken up
   * @param limit longest wait for the whole answer, {@link #LIMIT} by agreement
   */
  public DukcapilClient(
      HttpClient http, String url, Supplier<DukcapilAccess> access, Duration limit) {
    this.http = http;
    this.address = URI.create(url + PATH);
    this.access = access;
    this.limit = limit;
  }

  @Override
  public DukcapilAnswer ask(Question question) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(QuestionBody.of(question, access.get())))
            .build();
    return await(
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER_BYTES)));
  }

  /** Waits for the body too, which the request's own timeout would not. */
  private DukcapilAnswer await(CompletableFuture<HttpResponse<byte[]>> exchange) {
    try {
      return read(exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Unavailable(Cause.SLOW);
    } catch (ExecutionException e) {
      return new Unavailable(Cause.DOWN);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Unavailable(Cause.SLOW);
    }
  }

  private static DukcapilAnswer read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> VerdictReader.read(response.body());
      case 429 -> new Unavailable(Cause.QUOTA);
      default -> new Unavailable(causeOf(status));
    };
  }

  private static Cause causeOf(int status) {
    return switch (status / 100) {
      case 5 -> Cause.DOWN;
      case 4 -> Cause.REFUSED;
      default -> Cause.GARBAGE;
    };
  }
}

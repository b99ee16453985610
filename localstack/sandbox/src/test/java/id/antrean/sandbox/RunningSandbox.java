package id.antrean.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.aws.AwsAccess;
import id.antrean.sandbox.clock.ClockControl;
import id.antrean.sandbox.clock.ClockRoutes;
import id.antrean.sandbox.http.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sandbox on a port of its own, beside an API that keeps the notifications posted to it. */
final class RunningSandbox implements AutoCloseable {
  /** A notification as it arrived, byte for byte. */
  record Received(Map<String, String> headers, String body) {
    JsonNode json() {
      return Json.parse(body).orElseThrow();
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AwsOnLoopback aws = new AwsOnLoopback();
  private volatile int answer = 200;
  private final MovableTime time = new MovableTime();
  private final Sandbox sandbox;
  private final Javalin server;

  RunningSandbox(Path folder) {
    sandbox =
        new Sandbox(
            new SandboxSettings(
                this::url,
                () -> URI.create(url() + "/v1"),
                "antrean-paspor",
                folder,
                new AwsAccess(aws.endpoint(), "ap-southeast-3", "key", "secret"),
                "payments",
                "midtrans",
                "standard",
                "xendit",
                "doku",
                "snap",
                "dukcapil"),
            time::now);
    server =
        Javalin.create(
                config -> {
                  sandbox.addTo(config.routes);
                  new ClockRoutes(sandbox.telling(time)).addTo(config.routes);
                  config.routes.post("/v1/payments/notifications/{aggregator}", this::receive);
                })
            .start("127.0.0.1", 0);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  List<Received> received() {
    return received;
  }

  Instant businessTime() {
    return time.now();
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url().resolve(path)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  JsonNode getJson(String path, String... headers) {
    return Json.parse(get(path, headers).body()).orElseThrow();
  }

  HttpResponse<String> post(String path, String body) {
    return send(posting(path, body));
  }

  JsonNode postJson(String path, String body) {
    return Json.parse(post(path, body).body()).orElseThrow();
  }

  CompletableFuture<HttpResponse<String>> postAsync(String path, String body) {
    return http.sendAsync(posting(path, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.stop();
    sandbox.close();
    aws.close();
  }

  private HttpRequest.Builder posting(String path, String body) {
    return HttpRequest.newBuilder(url().resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on the API answers notifications by that status. */
  void answers(int status) {
    answer = status;
  }

  private void receive(Context context) {
    received.add(new Received(Map.copyOf(context.headerMap()), context.body()));
    context.status(answer);
    Json.answer(context, Json.object().put("seen", received.size()));
  }

  private static final class MovableTime implements ClockControl {
    private Duration ahead = Duration.ZERO;

    @Override
    public synchronized Instant now() {
      return Instant.now().plus(ahead);
    }

    @Override
    public synchronized Instant advance(Duration by) {
      ahead = ahead.plus(by);
      return now();
    }
  }
}

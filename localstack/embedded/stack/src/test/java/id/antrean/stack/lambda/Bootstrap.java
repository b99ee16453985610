package id.antrean.stack.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A program that brings its own runtime, as a native function does: it asks for its events. */
public final class Bootstrap {
  private static final String API =
      "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

  /** More than the function has. */
  private static final int ALL = 700_000_000;

  static volatile byte[] allocated = new byte[0];

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static void main() throws IOException, InterruptedException {
    new Bootstrap().run();
  }

  private void run() throws IOException, InterruptedException {
    if ("broken".equals(System.getenv("WHO"))) {
      send("init/error", "{\"errorType\":\"Broken\",\"errorMessage\":\"no table\"}");
      System.exit(1);
    }
    while (true) {
      HttpResponse<String> event = next();
      String id = event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
      if (event.body().contains("allocate")) {
        allocated = new byte[ALL];
        Arrays.fill(allocated, (byte) 1);
      }
      if (event.body().contains("loop")) {
        new CountDownLatch(1).await();
      }
      send(
          "invocation/" + id + "/response",
          "{\"pid\":%d,\"who\":\"%s\",\"deadline\":%s,\"trace\":\"%s\",\"handler\":\"%s\"}"
              .formatted(
                  ProcessHandle.current().pid(),
                  System.getenv("WHO"),
                  event.headers().firstValue("Lambda-Runtime-Deadline-Ms").orElseThrow(),
                  event.headers().firstValue("Lambda-Runtime-Trace-Id").orElseThrow(),
                  System.getenv("_HANDLER")));
    }
  }

  private HttpResponse<String> next() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(API + "invocation/next")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void send(String path, String body) throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(URI.create(API + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }
}

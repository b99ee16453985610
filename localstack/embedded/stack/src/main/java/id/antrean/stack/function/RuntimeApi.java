package id.antrean.stack.function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
 * API</a> for the one process that polls it, on a free port of 127.0.0.1.
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";

  /** Bytes of an answer, as Lambda takes them: 6 MB, and a little more. */
  private static final int LONGEST_ANSWER = 6 * 1024 * 1024 + 100;

  static {
    // Headers and body of an answer leave in two writes: with Nagle's algorithm each event would
    // wait 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;

  /** What to do next; nothing is the end. */
  private final BlockingQueue<Optional<Event>> events = new LinkedBlockingQueue<>();

  private final ConcurrentHashMap<String, CompletableFuture<Outcome>> underWay =
      new ConcurrentHashMap<>();
  private final CompletableFuture<Start> start = new CompletableFuture<>();

  /** What a runtime is given to work on. */
  public record Event(
      String requestId, String functionArn, String traceId, long deadlineMillis, String payload) {}

  /** What became of an event. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Outcome(byte[] body, boolean failed) {}

  /** What became of the start. */
  public sealed interface Start {
    /** It asks for its first event. */
    record Ready() implements Start {}

    /** It says that it cannot start. */
    record InitError(String body) implements Start {}
  }

  /** Listens at once. */
  public RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the Runtime API", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Comes when it first asks for an event, or says that it cannot. */
  public CompletableFuture<Start> start() {
    return start;
  }

  /** Gives the process its next event; the outcome comes when it has answered. */
  public CompletableFuture<Outcome> give(Event event) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    underWay.put(event.requestId(), outcome);
    events.add(Optional.of(event));
    return outcome;
  }

  /** The process has ended: whoever waits for it is told. */
  public void ended(Exception how) {
    start.completeExceptionally(how);
    underWay.values().forEach(outcome -> outcome.completeExceptionally(how));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (call.equals("GET " + ROOT + "invocation/next")) {
        next(exchange);
      } else if (call.equals("POST " + ROOT + "init/error")) {
        start.complete(new Start.InitError(new String(body, StandardCharsets.UTF_8)));
        accepted(exchange);
      } else if (call.startsWith("POST " + ROOT + "invocation/")) {
        outcome(exchange, call.substring(("POST " + ROOT + "invocation/").length()), body);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    start.complete(new Start.Ready());
    Optional<Event> next = events.take();
    if (next.isEmpty()) {
      return;
    }
    Event event = next.get();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(event.deadlineMillis()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", event.functionArn());
    headers.set("Lambda-Runtime-Trace-Id", event.traceId());
    send(exchange, 200, event.payload());
  }

  /** The rest of the path is {@code id/response} or {@code id/error}. */
  private void outcome(HttpExchange exchange, String rest, byte[] body) throws IOException {
    String[] parts = rest.split("/", -1);
    boolean known = parts.length == 2 && (parts[1].equals("response") || parts[1].equals("error"));
    if (known && body.length > LONGEST_ANSWER) {
      // The event goes on: the runtime may still say that it has failed.
      exchange.sendResponseHeaders(413, -1);
      return;
    }
    CompletableFuture<Outcome> outcome = known ? underWay.remove(parts[0]) : null;
    if (outcome == null) {
      exchange.sendResponseHeaders(known ? 400 : 404, -1);
      return;
    }
    accepted(exchange);
    outcome.complete(new Outcome(body, parts[1].equals("error")));
  }

  private static void accepted(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    send(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    events.add(Optional.empty());
    server.stop(0);
  }
}

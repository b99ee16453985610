package id.antrean.acceptance.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A page of another origin in a real Chromium. It runs a walk and tells its own server how it went,
 * so that nothing has to reach into the browser.
 */
public final class ForeignPage {
  private static final int MINUTES = 2;
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>A page of another origin</title>
      <script type="module">
        const tell = (report) => fetch("/report", {method: "POST", body: JSON.stringify(report)});
        try {
          const {walk} = await import("/walk.js");
          await tell(await walk(await (await fetch("/errand")).json()));
        } catch (error) {
          await tell({error: String(error), stack: error.stack});
        }
      </script></html>
      """;

  private ForeignPage() {}

  /** The report of the walk; without a browser the test is not run. */
  public static String walk(String errand) {
    String chromium = Tool.needed("chromium", "chromium-browser", "google-chrome");
    Path scripts = TypeScriptClient.compiled();
    CompletableFuture<String> report = new CompletableFuture<>();
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(exchange, scripts, errand, report));
      server.start();
      Path profile = Files.createTempDirectory("chromium");
      Process browser =
          browser(chromium, profile, "http://localhost:" + server.getAddress().getPort() + "/");
      try {
        return report.get(MINUTES, TimeUnit.MINUTES);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        throw new AssertionError("The page told nothing; see " + profile.resolve("log"), e);
      } finally {
        browser.descendants().forEach(ProcessHandle::destroy);
        browser.destroy();
        server.stop(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process browser(String chromium, Path profile, String url) throws IOException {
    return new ProcessBuilder(
            List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile.resolve("profile"),
                url))
        .redirectErrorStream(true)
        .redirectOutput(profile.resolve("log").toFile())
        .start();
  }

  private static void answer(
      HttpExchange exchange, Path scripts, String errand, CompletableFuture<String> report)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/" -> send(exchange, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
      case "/errand" -> send(exchange, "application/json", errand.getBytes(StandardCharsets.UTF_8));
      case "/report" -> {
        String told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        send(exchange, "text/plain", new byte[0]);
        report.complete(told);
      }
      default -> {
        Path script = scripts.resolve(path.substring(1)).normalize();
        if (script.startsWith(scripts) && Files.isRegularFile(script)) {
          send(exchange, "text/javascript", Files.readAllBytes(script));
        } else {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        }
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

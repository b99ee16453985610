package id.antrean.acceptance.stack;

import static io.restassured.RestAssured.given;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A stack in a process of its own, as {@code ./antrean up} starts it, on a free port. */
final class StackProcess {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Pattern URL = Pattern.compile("http://[0-9.:\\[\\]a-z]+:[0-9]+");

  private final Process process;
  private final Path output;

  private StackProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and waits until it is healthy; otherwise fails with what it said. */
  static StackProcess start() {
    Path built = Project.root().resolve("localstack/cli/target");
    if (!Files.exists(built.resolve("lib"))) {
      throw new IllegalStateException(
          "Nothing is built yet: run ./antrean build, or set ANTREAN_URL to a running stack");
    }
    try {
      Path output = Files.createDirectories(Path.of("target")).resolve("stack.log");
      Process process =
          new ProcessBuilder(command(built))
              .directory(Project.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      StackProcess stack = new StackProcess(process, output);
      // For a test run that is interrupted: the session is then never closed.
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
      stack.awaitHealth();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException("The stack could not be started", e);
    }
  }

  /**
   * What {@code ./antrean up} runs; without its look at the sources, which Maven has just built.
   */
  private static List<String> command(Path built) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx900m",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dantrean.home=" + Project.root(),
        "-cp",
        built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
        "id.antrean.cli.Antrean",
        "up",
        "--port",
        "0");
  }

  URI url() {
    return printedUrl().orElseThrow();
  }

  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHealth() {
    Awaitility.await("the stack is ready; it says so in " + output.toAbsolutePath())
        .atMost(READY_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .failFast("the stack has ended, see " + output.toAbsolutePath(), () -> !process.isAlive())
        .until(() -> printedUrl().filter(StackProcess::isHealthy).isPresent());
  }

  private static boolean isHealthy(URI url) {
    return given().baseUri(url.toString()).get("/health").statusCode() == 200;
  }

  private Optional<URI> printedUrl() {
    try {
      return URL.matcher(Files.readString(output))
          .results()
          .map(r -> URI.create(r.group()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

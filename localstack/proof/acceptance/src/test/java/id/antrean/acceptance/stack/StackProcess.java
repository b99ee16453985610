package id.antrean.acceptance.stack;

import static io.restassured.RestAssured.given;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A stack in a process of its own, as {@code ./antrean up} starts it, on a free port. */
final class StackProcess {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Pattern URL = Pattern.compile("http://[0-9.:\\[\\]a-z]+:[0-9]+");
  private static final Pattern AWS = Pattern.compile("AWS\\s+(http://127\\.0\\.0\\.1:[0-9]+)");

  private final Process process;
  private final Path output;

  private StackProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and waits until it is healthy; otherwise fails with what it said. */
  static StackProcess start() {
    return start("stack.log", Project.root(), List.of());
  }

  /** The same, going on with what is kept in that folder. */
  static StackProcess startOn(Path data) {
    return start("kept-stack.log", Project.root(), List.of("--data", data.toString()));
  }

  /** The same of another project's template, built as this one is. */
  static StackProcess startOf(Path project) {
    return start("other-stack.log", project, List.of());
  }

  private static StackProcess start(String log, Path project, List<String> options) {
    Path built = Project.root().resolve("localstack/embedded/cli/target");
    if (!Files.exists(built.resolve("lib"))) {
      throw new IllegalStateException(
          "Nothing is built yet: run ./antrean build, or set ANTREAN_URL to a running stack");
    }
    try {
      Path output = Files.createDirectories(Path.of("target")).resolve(log);
      Process process =
          new ProcessBuilder(command(built, project, options))
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

  private static List<String> command(Path built, Path project, List<String> options) {
    List<String> command = new ArrayList<>(started(built, project));
    command.addAll(options);
    hosting().ifPresent(command::add);
    return command;
  }

  /**
   * How functions are hosted where {@code ANTREAN_HOSTING} says it; else in the stack's process.
   */
  private static Optional<String> hosting() {
    String asked = System.getenv().getOrDefault("ANTREAN_HOSTING", "");
    return switch (asked) {
      case "" -> Optional.empty();
      case "processes", "native" -> Optional.of("--" + asked);
      default ->
          throw new IllegalStateException(
              "ANTREAN_HOSTING is processes or native, and not '" + asked + "'");
    };
  }

  /**
   * What {@code ./antrean up} runs; without its look at the sources, which Maven has just built.
   */
  private static List<String> started(Path built, Path project) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx900m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote",
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens",
        "java.base/java.lang=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dantrean.home=" + project,
        "-cp",
        built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
        "id.antrean.cli.Antrean",
        "up",
        "--port",
        "0");
  }

  /** What it has said until now. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return printedUrl().orElseThrow();
  }

  /** Where the services of AWS answer, as it was printed. */
  URI aws() {
    return AWS.matcher(said()).results().map(r -> URI.create(r.group(1))).findFirst().orElseThrow();
  }

  /** {@code kill -9}: nothing is written, closed or said any more. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    return URL.matcher(said()).results().map(r -> URI.create(r.group())).findFirst();
  }
}

package id.antrean.acceptance.clients;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine, which a test may need and a developer need not have. */
final class Tool {
  private static final int MINUTES = 3;

  private Tool() {}

  /**
   * The first of these programs that is on the path; without any the test is not run, and says so.
   */
  static String needed(String... names) {
    Optional<String> found = Stream.of(names).filter(name -> onPath(name).isPresent()).findFirst();
    if (found.isEmpty()) {
      String reason = String.join(" or ", names) + " is not on the path";
      System.out.println("NOT RUN: a walk with generated clients, because " + reason + ".");
      Assumptions.abort(reason);
    }
    return found.orElseThrow();
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs it there and gives what it printed; what fails says what it printed. */
  static String run(Path folder, List<String> command) {
    try {
      Path errors = Files.createTempFile("tool", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(command + " failed:\n" + output + Files.readString(errors));
      }
      Files.delete(errors);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

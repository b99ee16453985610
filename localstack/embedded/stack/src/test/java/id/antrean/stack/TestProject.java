package id.antrean.stack;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A project in a folder: the test's template and contract, and the code package of its functions.
 */
public record TestProject(Path folder) {

  /** Made anew in that folder. */
  public static TestProject in(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String file : List.of("template.yaml", "openapi.yaml", "seed.json", "wait.asl.yaml")) {
        try (var in = TestProject.class.getResourceAsStream("/project/" + file)) {
          if (in == null) {
            throw new IllegalStateException("no resource " + file);
          }
          Files.write(folder.resolve(file), in.readAllBytes());
        }
      }
      pack(folder.resolve("function.zip"));
      return new TestProject(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StackSettings settings() {
    return StackSettings.of(folder)
        .withLogs(folder.resolve("logs"))
        .withParameters(base -> Map.of("Notes", folder.resolve("notes").toString()))
        .withSeed(Path.of("seed.json"), List.of("DailyFunction"));
  }

  /** The events that functions have written down so far, of those that contain the text. */
  List<String> notes(String containing) {
    Path file = folder.resolve("notes");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().filter(line -> line.contains(containing)).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path zip) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("Echo", "Notes")) {
        String path = "id/antrean/stack/lambda/" + name + ".class";
        out.putNextEntry(new ZipEntry(path));
        try (var in = TestProject.class.getResourceAsStream("/" + path)) {
          if (in == null) {
            throw new IllegalStateException("not compiled: " + path);
          }
          in.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry("lib/aws-lambda-java-core.jar"));
      Files.copy(jarOf(RequestStreamHandler.class), out);
    }
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

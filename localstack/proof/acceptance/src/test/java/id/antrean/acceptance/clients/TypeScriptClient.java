package id.antrean.acceptance.clients;

import id.antrean.acceptance.stack.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The generated TypeScript client with the walk that is written for it, compiled by the compiler
 * that its package-lock.json names.
 */
public final class TypeScriptClient {
  private static final Path WRITTEN = Project.root().resolve("localstack/proof/clients/typescript");
  private static final Path GENERATED =
      Project.root().resolve("localstack/proof/clients/target/generated/typescript");
  private static final Path BUILT =
      Project.root().resolve("localstack/proof/clients/target/typescript");

  private TypeScriptClient() {}

  /** Compiles it and gives the folder with the JavaScript; without npm the test is not run. */
  public static synchronized Path compiled() {
    String npm = Tool.needed("npm");
    try {
      boolean sameTools = Files.exists(BUILT.resolve("node_modules")) && sameLock();
      copy(WRITTEN, BUILT);
      copy(GENERATED, BUILT.resolve("client"));
      if (!sameTools) {
        Tool.run(BUILT, List.of(npm, "ci", "--prefer-offline"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Tool.run(BUILT, List.of(Tool.needed("node"), "node_modules/typescript/bin/tsc", "-p", "."));
    return BUILT.resolve("dist");
  }

  /** Walks in Node.js and gives the report. */
  public static String walk(String errand) {
    Path script = compiled().resolveSibling("run.mjs");
    try {
      Path file = Files.createTempFile("errand", ".json");
      Files.writeString(file, errand);
      String report = Tool.run(BUILT, List.of(Tool.needed("node"), script + "", file.toString()));
      Files.delete(file);
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean sameLock() throws IOException {
    String lock = "package-lock.json";
    return Files.exists(BUILT.resolve(lock))
        && Files.mismatch(WRITTEN.resolve(lock), BUILT.resolve(lock)) == -1;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

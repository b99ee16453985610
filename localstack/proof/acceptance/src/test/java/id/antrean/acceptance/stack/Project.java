package id.antrean.acceptance.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder, from wherever in it a test is run. */
public final class Project {
  private Project() {}

  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("infra/openapi.yaml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("Run the tests from within the project's folder");
      }
      folder = parent;
    }
    return folder;
  }
}

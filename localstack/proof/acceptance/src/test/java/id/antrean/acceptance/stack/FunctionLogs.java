package id.antrean.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the functions of a stack on this machine have written down until now. */
public final class FunctionLogs {
  private static final String ENDING = ".log";

  private final Path folder;

  public FunctionLogs(Api api) {
    this.folder = Project.root().resolve(".antrean/logs").resolve("" + api.base().getPort());
  }

  /** Every line of all of them. */
  public List<String> lines() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every line of one. */
  public List<String> linesOf(String function) {
    return read(folder.resolve(function + ENDING));
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package id.antrean.cli.logs;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.LogFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All logs of one stack together. */
public final class Logs {
  private final Path folder;
  private final Map<Path, LogFile> files = new TreeMap<>();

  private Logs(Path folder) {
    this.folder = folder;
  }

  /**
   * Those of the stack that started last, of those whose folder is meant.
   *
   * @param all the folder with the folders of all stacks
   */
  public static Logs newest(Path all, Predicate<Path> meant) {
    try {
      return LogFolder.newestFirst(all).stream()
          .filter(meant)
          .findFirst()
          .map(Logs::new)
          .orElseThrow(
              () ->
                  new CommandFailure(
                      "No stack has written logs here yet: start one with ./antrean up."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has come since the last look, in order of time. */
  public List<String> news(Predicate<String> shown) {
    try {
      for (Path file : LogFolder.logsIn(folder)) {
        files.computeIfAbsent(file, LogFile::new);
      }
      List<LogLine> lines = new ArrayList<>();
      for (LogFile file : files.values()) {
        lines.addAll(file.news());
      }
      return lines.stream()
          .sorted(Comparator.comparing(LogLine::at))
          .filter(line -> shown.test(line.text()))
          .map(LogLine::forPeople)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What an aggregator writes down, a line each: the system may ask for it after a restart. */
public final class KeptLines {
  private final Path file;

  /** Makes the folder where it is missing. */
  public KeptLines(Path folder, String name) {
    this.file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("A folder cannot be made: " + folder, e);
    }
  }

  /** Everything so far, the oldest first. */
  public List<JsonNode> read() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.stream().flatMap(line -> Json.parse(line).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("A ledger cannot be read: " + file, e);
    }
  }

  public void add(JsonNode line) {
    try {
      Files.writeString(
          file,
          line + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("A ledger cannot be written: " + file, e);
    }
  }
}

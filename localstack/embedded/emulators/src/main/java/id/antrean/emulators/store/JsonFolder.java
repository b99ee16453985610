package id.antrean.emulators.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One JSON document per name, each replaced as a whole. Without a folder nothing is written and
 * nothing is found.
 */
public final class JsonFolder {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".json";

  private final Optional<Path> folder;

  /** Documents in the folder, which is made when first written to. */
  public JsonFolder(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Writes a document; returns when it is on disk. */
  public void put(String name, JsonNode document) {
    folder.ifPresent(
        path ->
            WholeFile.replace(
                path.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX),
                document.toString()));
  }

  /**
   * Every document.
   *
   * @throws UncheckedIOException when one cannot be read
   */
  public List<JsonNode> all() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .map(JsonFolder::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable: " + file, e);
    }
  }
}

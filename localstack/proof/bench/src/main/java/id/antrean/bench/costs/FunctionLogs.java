package id.antrean.bench.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What functions have written to their logs since it was last looked. */
final class FunctionLogs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".log";

  private final Path folder;
  private final Map<Path, Integer> read = new HashMap<>();

  FunctionLogs(Path folder) {
    this.folder = folder;
  }

  void addTo(Tally tally) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList()) {
        String name = file.getFileName().toString();
        add(tally, name.substring(0, name.length() - ENDING.length()), more(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String more(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int before = read.getOrDefault(file, 0);
    read.put(file, all.length);
    return new String(Arrays.copyOfRange(all, before, all.length), StandardCharsets.UTF_8);
  }

  private static void add(Tally tally, String function, String text) {
    List<JsonNode> lines =
        text.lines().filter(line -> line.startsWith("{")).map(FunctionLogs::tree).toList();
    for (JsonNode line : lines) {
      tally.add(function, Unit.LOG_BYTE, line.toString().length() + 1);
      switch (line.path("event").asText()) {
        case "request" -> tally.add(function, Unit.REQUEST, 1);
        case "message" -> tally.add(function, Unit.MESSAGE, 1);
        default -> {}
      }
    }
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

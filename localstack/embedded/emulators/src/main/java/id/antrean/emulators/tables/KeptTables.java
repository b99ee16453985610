package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.emulators.store.JsonFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of which tables former moments are kept, and since when; over restarts where there is a folder.
 */
final class KeptTables {

  /**
   * By when it was made a table is told from another that had its name, whose stream the store
   * takes for its own.
   */
  private record Kept(String made, String stream, Instant since) {

    static Kept since(Instant since, JsonNode table) {
      return new Kept(
          table.path("CreationDateTime").asText(), table.path("LatestStreamArn").asText(), since);
    }
  }

  private final JsonFolder folder;
  private final Map<String, Kept> byName = new ConcurrentHashMap<>();

  KeptTables(Optional<Path> folder) {
    this.folder = new JsonFolder(folder);
    this.folder.all().stream()
        .filter(kept -> kept.has("since"))
        .forEach(
            kept ->
                byName.put(
                    kept.path("table").asText(),
                    new Kept(
                        kept.path("made").asText(),
                        kept.path("stream").asText(),
                        Instant.parse(kept.path("since").asText()))));
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /**
   * Since when; empty: they are not kept.
   *
   * @param table its description
   */
  Optional<Instant> since(JsonNode table) {
    return Optional.ofNullable(byName.get(table.path("TableName").asText()))
        .filter(kept -> kept.equals(Kept.since(kept.since(), table)))
        .map(Kept::since);
  }

  /** From now on they are kept. */
  void add(JsonNode table, Instant since) {
    String name = table.path("TableName").asText();
    Kept kept = Kept.since(since, table);
    folder.put(
        name,
        JsonNodeFactory.instance
            .objectNode()
            .put("table", name)
            .put("made", kept.made())
            .put("stream", kept.stream())
            .put("since", since.toString()));
    byName.put(name, kept);
  }

  /** From now on they are not kept. */
  void remove(String table) {
    if (byName.remove(table) != null) {
      folder.put(table, JsonNodeFactory.instance.objectNode().put("table", table));
    }
  }
}

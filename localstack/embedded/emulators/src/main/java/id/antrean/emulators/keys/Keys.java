package id.antrean.emulators.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.store.JsonFolder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The account's symmetric keys, kept over restarts when there is a folder. Thread-safe. */
public final class Keys {

  private final JsonFolder folder;
  private final Map<String, MasterKey> byName = new HashMap<>();

  /** Those in the folder; none without a folder. */
  public Keys(Optional<Path> folder) {
    this.folder = new JsonFolder(folder);
    this.folder.all().forEach(this::restore);
  }

  /** Makes the key of this name (a logical id or alias) unless it is there; returns its id. */
  public synchronized String define(String name) {
    MasterKey there = byName.get(name);
    if (there != null) {
      return there.id();
    }
    MasterKey made = MasterKey.random(UUID.randomUUID().toString());
    folder.put(
        name,
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("id", made.id())
            .put("material", Base64.getEncoder().encodeToString(made.material())));
    byName.put(name, made);
    return made.id();
  }

  /** The ARN of a key by name, id, alias or ARN. */
  public synchronized String arn(String key) {
    return find(key).arn();
  }

  synchronized MasterKey find(String key) {
    String local = key.substring(key.lastIndexOf(':') + 1);
    return byName.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().equals(local)
                    || ("alias/" + entry.getKey()).equals(local)
                    || entry.getValue().id().equals(local)
                    || ("key/" + entry.getValue().id()).equals(local))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () -> AwsError.badRequest("NotFoundException", "Key '" + key + "' does not exist"));
  }

  private void restore(JsonNode document) {
    byName.put(
        document.path("name").asText(),
        new MasterKey(
            document.path("id").asText(),
            Base64.getDecoder().decode(document.path("material").asText())));
  }
}

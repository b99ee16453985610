package id.antrean.emulators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.store.JsonFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps secrets as JSON documents. */
final class SecretDocuments {

  private final JsonFolder folder;

  SecretDocuments(Optional<Path> folder) {
    this.folder = new JsonFolder(folder);
  }

  List<Secret> all() {
    return folder.all().stream().map(SecretDocuments::secret).toList();
  }

  void put(Secret secret) {
    ObjectNode document =
        JsonNodeFactory.instance.objectNode().put("name", secret.name()).put("arn", secret.arn());
    var versions = document.putArray("versions");
    for (SecretVersion version : secret.versions()) {
      ObjectNode each =
          versions.addObject().put("id", version.id()).put("created", version.created().toString());
      version.text().ifPresent(text -> each.put("text", text));
      version.stages().forEach(each.putArray("stages")::add);
    }
    folder.put(secret.name(), document);
  }

  private static Secret secret(JsonNode document) {
    return new Secret(
        document.path("name").asText(),
        document.path("arn").asText(),
        document.path("versions").valueStream().map(SecretDocuments::version).toList());
  }

  private static SecretVersion version(JsonNode document) {
    return new SecretVersion(
        document.path("id").asText(),
        document.path("stages").valueStream().map(JsonNode::asText).toList(),
        Optional.ofNullable(document.path("text").textValue()),
        Instant.parse(document.path("created").asText()));
  }
}

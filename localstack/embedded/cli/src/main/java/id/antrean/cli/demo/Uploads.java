package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Declares each missing paper and puts its bytes straight into the store. */
final class Uploads {
  private final StackClient stack;
  private final Narrator narrator;
  private final Walk walk;
  private final Scanner scanner;

  Uploads(StackClient stack, Narrator narrator, Walk walk, Scanner scanner) {
    this.stack = stack;
    this.narrator = narrator;
    this.walk = walk;
    this.scanner = scanner;
  }

  void everyMissingPaper(Reply application) {
    application
        .body()
        .path("documents")
        .valueStream()
        .filter(document -> document.path("status").asText().equals("MISSING"))
        .map(document -> document.path("kind").asText())
        .forEach(kind -> upload(application.at("/id"), kind));
  }

  private void upload(String applicationId, String kind) {
    Paper paper = scanner.scan(kind);
    Reply declared =
        walk.call(
            "POST",
            "/v1/applications/" + applicationId + "/documents",
            Walk.json()
                .put("kind", kind)
                .put("contentType", paper.contentType())
                .put("size", paper.content().length)
                .put("sha256", paper.sha256()),
            "/status");
    JsonNode upload = declared.body().path("upload");
    URI url = URI.create(upload.path("url").asText());
    Map<String, String> headers =
        upload.path("headers").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().asText()));
    narrator.request("PUT", url.getPath() + "?…", MissingNode.getInstance());
    Reply stored = stack.upload(url, headers, paper.content());
    narrator.answer(stored, List.of());
    if (!stored.ok()) {
      throw new CommandFailure("The store refused the upload with " + stored.status() + ".");
    }
  }
}

package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Declares the missing papers and puts their bytes straight into the store. */
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
    everyMissingPaper(application, () -> {});
  }

  void everyMissingPaper(Reply application, Runnable afterEach) {
    List<Paper> papers =
        application
            .body()
            .path("documents")
            .valueStream()
            .filter(document -> document.path("status").asText().equals("MISSING"))
            .map(document -> scanner.scan(document.path("kind").asText()))
            .toList();
    Reply declared =
        walk.call(
            "POST",
            "/v1/applications/" + application.at("/id") + "/documents",
            declarations(papers),
            "/0/status");
    for (int i = 0; i < papers.size(); i++) {
      upload(papers.get(i), declared.body().path(i));
      afterEach.run();
    }
  }

  private static ArrayNode declarations(List<Paper> papers) {
    ArrayNode declarations = JsonNodeFactory.instance.arrayNode();
    papers.forEach(
        paper ->
            declarations.add(
                Walk.json()
                    .put("kind", paper.kind())
                    .put("contentType", paper.contentType())
                    .put("size", paper.content().length)
                    .put("sha256", paper.sha256())));
    return declarations;
  }

  private void upload(Paper paper, JsonNode declared) {
    JsonNode upload = declared.path("upload");
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

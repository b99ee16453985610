package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.store.JsonFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps machines and executions, one document each. */
final class MachineDocuments {

  private final JsonFolder machines;
  private final JsonFolder executions;

  MachineDocuments(Optional<Path> folder) {
    this.machines = new JsonFolder(folder.map(path -> path.resolve("machines")));
    this.executions = new JsonFolder(folder.map(path -> path.resolve("executions")));
  }

  List<Machine> machines() {
    return machines.all().stream().map(MachineDocuments::machine).toList();
  }

  List<Execution> executions() {
    return executions.all().stream().map(MachineDocuments::execution).toList();
  }

  void put(Machine machine) {
    ObjectNode document =
        object()
            .put("name", machine.name())
            .put("created", machine.created().toString())
            .put("current", machine.current());
    ObjectNode revisions = document.putObject("revisions");
    machine.revisions().forEach(revisions::put);
    machines.put(machine.name(), document);
  }

  void put(Execution execution) {
    ObjectNode document =
        object()
            .put("machine", execution.machine())
            .put("revision", execution.revision())
            .put("name", execution.name())
            .put("started", execution.started().toString());
    document.set("input", execution.input());
    switch (execution.progress()) {
      case Progress.At at -> {
        ObjectNode place =
            document
                .putObject("at")
                .put("state", at.state())
                .put("waited", at.waited())
                .put("due", at.due().toString());
        place.set("data", at.data());
        at.attempts().forEach(place.putArray("attempts")::add);
      }
      case Progress.Ended ended -> {
        ObjectNode end =
            document
                .putObject("ended")
                .put("status", ended.status().name())
                .put("at", ended.at().toString());
        ended.output().ifPresent(output -> end.set("output", output));
        ended.error().ifPresent(error -> end.put("error", error));
        ended.cause().ifPresent(cause -> end.put("cause", cause));
      }
    }
    executions.put(execution.machine() + ":" + execution.name(), document);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Machine machine(JsonNode document) {
    Map<String, String> revisions = new HashMap<>();
    document
        .path("revisions")
        .properties()
        .forEach(entry -> revisions.put(entry.getKey(), entry.getValue().asText()));
    return new Machine(
        document.path("name").asText(),
        Instant.parse(document.path("created").asText()),
        document.path("current").asText(),
        Map.copyOf(revisions));
  }

  private static Execution execution(JsonNode document) {
    return new Execution(
        document.path("machine").asText(),
        document.path("revision").asText(),
        document.path("name").asText(),
        document.path("input"),
        Instant.parse(document.path("started").asText()),
        document.has("at") ? at(document.path("at")) : ended(document.path("ended")));
  }

  private static Progress at(JsonNode place) {
    return new Progress.At(
        place.path("state").asText(),
        Optional.ofNullable(place.get("data")).orElse(NullNode.getInstance()),
        place.path("waited").asBoolean(),
        place.path("attempts").valueStream().map(JsonNode::asInt).toList(),
        Instant.parse(place.path("due").asText()));
  }

  private static Progress ended(JsonNode end) {
    return new Progress.Ended(
        Progress.Status.valueOf(end.path("status").asText()),
        Instant.parse(end.path("at").asText()),
        Optional.ofNullable(end.get("output")),
        Optional.ofNullable(end.path("error").textValue()),
        Optional.ofNullable(end.path("cause").textValue()));
  }
}

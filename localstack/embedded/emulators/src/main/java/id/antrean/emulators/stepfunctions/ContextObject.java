package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code $$} stands for. */
final class ContextObject {

  private ContextObject() {}

  static JsonNode of(Execution execution, Progress.At at) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    ObjectNode run = context.putObject("Execution");
    run.put("Id", execution.arn())
        .put("Name", execution.name())
        .put("StartTime", execution.started().toString());
    run.set("Input", execution.input());
    context.putObject("State").put("Name", at.state());
    context
        .putObject("StateMachine")
        .put("Id", Arns.machine(execution.machine()))
        .put("Name", execution.machine());
    return context;
  }
}

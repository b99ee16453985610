package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One run of a machine.
 *
 * @param machine the machine's name
 * @param revision the definition that it runs by, to its end
 * @param name its name, unique in the machine
 * @param input what it was started with
 * @param started when, by business time
 * @param progress how far it is
 */
record Execution(
    String machine,
    String revision,
    String name,
    JsonNode input,
    Instant started,
    Progress progress) {

  String arn() {
    return Arns.execution(machine, name);
  }

  String status() {
    return switch (progress) {
      case Progress.At _ -> "RUNNING";
      case Progress.Ended ended -> ended.status().name();
    };
  }

  Execution at(Progress further) {
    return new Execution(machine, revision, name, input, started, further);
  }
}

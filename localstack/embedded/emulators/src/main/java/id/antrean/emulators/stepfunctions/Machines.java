package id.antrean.emulators.stepfunctions;

import id.antrean.emulators.calls.AwsError;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machines that are defined, each with the definitions its executions run by. Thread-safe. */
final class Machines {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

  private final MachineDocuments documents;
  private final InstantSource clock;
  private final Map<String, Machine> byName = new ConcurrentHashMap<>();
  private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

  /** Those that are written down. */
  Machines(MachineDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
    documents.machines().forEach(machine -> byName.put(machine.name(), machine));
  }

  synchronized void define(String name, String text, Map<String, String> substitutions) {
    String filled =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), substitutions)));
    Definition.parse(filled);
    Machine there = byName.get(name);
    Machine machine =
        there == null ? Machine.create(name, clock.instant(), filled) : there.revised(filled);
    documents.put(machine);
    byName.put(name, machine);
  }

  private static String value(String placeholder, Map<String, String> substitutions) {
    return Optional.ofNullable(substitutions.get(placeholder))
        .orElseThrow(() -> new InvalidDefinition("No substitution for ${" + placeholder + "}"));
  }

  Machine find(String arn) {
    return Optional.ofNullable(byName.get(Arns.name(arn)))
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
  }

  /** What the execution runs by, which may be a former definition of its machine. */
  Definition definition(Execution execution) {
    return definitions.computeIfAbsent(
        execution.machine() + ":" + execution.revision(),
        any ->
            Definition.parse(
                Optional.ofNullable(find(execution.machine()).revisions().get(execution.revision()))
                    .orElseThrow()));
  }
}

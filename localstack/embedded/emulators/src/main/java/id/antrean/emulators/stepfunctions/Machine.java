package id.antrean.emulators.stepfunctions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state machine with every definition an execution may still run by.
 *
 * @param name its name
 * @param created when, by business time
 * @param current the revision that new executions run by
 * @param revisions definitions' texts by revision
 */
record Machine(String name, Instant created, String current, Map<String, String> revisions) {

  static Machine create(String name, Instant now, String text) {
    return new Machine(name, now, revision(text), Map.of(revision(text), text));
  }

  Machine revised(String text) {
    Map<String, String> more = new LinkedHashMap<>(revisions);
    more.put(revision(text), text);
    return new Machine(name, created, revision(text), Map.copyOf(more));
  }

  String text() {
    return Optional.ofNullable(revisions.get(current)).orElseThrow();
  }

  private static String revision(String text) {
    return java.util
        .UUID
        .nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }
}

package id.antrean.stack.function;

import java.util.ArrayList;
import java.util.List;

/**
 * The few lines of shell between the stack and a function's process. Ctrl-C in a terminal reaches
 * every process of the stack: a function is not to hear it, since the stack ends it. And when the
 * stack itself is killed, the pipe to the function's input closes, and the function is killed too:
 * one that loops would else go on for ever.
 */
final class Supervision {
  private static final String SCRIPT =
      """
      trap '' INT
      exec 3<&0
      (cat <&3; kill -9 $$) >/dev/null 2>&1 &
      exec "$@" 3<&- </dev/null
      """;

  private Supervision() {}

  /** The command under supervision; it keeps the process id. */
  static List<String> of(List<String> command) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
    words.addAll(command);
    return words;
  }
}

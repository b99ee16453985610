package id.antrean.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The log: one JSON object a line. It takes ids and names of things, and has no place for personal
 * data: what is thrown is recorded by its class and the place it came from, never by its message.
 */
public final class Journal {
  private final PrintStream out;
  private final Clock clock;

  public Journal(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Something ordinary, worth counting. */
  public void note(String event, String requestId, String... keysAndIds) {
    write("INFO", event, requestId, null, keysAndIds);
  }

  /** Something that a person should know. */
  public void alarm(String event, String requestId, String... keysAndIds) {
    write("ERROR", event, requestId, null, keysAndIds);
  }

  /** A fault. */
  public void fault(String event, String requestId, Throwable fault, String... keysAndIds) {
    write("ERROR", event, requestId, fault, keysAndIds);
  }

  private void write(
      String level,
      String event,
      String requestId,
      @Nullable Throwable fault,
      String... keysAndIds) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("timestamp", clock.instant().toString());
    line.put("level", level);
    line.put("event", event);
    line.put("requestId", requestId);
    for (int i = 0; i + 1 < keysAndIds.length; i += 2) {
      line.put(keysAndIds[i], keysAndIds[i + 1]);
    }
    if (fault != null) {
      line.put("fault", chain(fault));
      StackTraceElement[] trace = fault.getStackTrace();
      if (trace.length > 0) {
        line.put("at", trace[0].toString());
      }
    }
    out.println(line);
  }

  private static String chain(Throwable fault) {
    StringBuilder names = new StringBuilder(fault.getClass().getSimpleName());
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      names.append(" <- ").append(cause.getClass().getSimpleName());
    }
    return names.toString();
  }
}

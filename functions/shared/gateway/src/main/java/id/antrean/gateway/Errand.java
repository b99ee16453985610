package id.antrean.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to do that nobody waits for.
 *
 * @param kind a message, a step, or what is done by schedule
 * @param source the queue, the table whose stream tells of the step, or the function that runs by
 *     schedule
 * @param requestId of the request that caused it
 * @param ids of what it is about
 */
public record Errand(LogEvent kind, String source, String requestId, Map<String, String> ids) {

  public Errand {
    ids = Map.copyOf(ids);
  }

  /** That a queue's message asks for. */
  public static Errand message(String queue, String messageId, String requestId) {
    return new Errand(LogEvent.MESSAGE, queue, requestId, Map.of("messageId", messageId));
  }

  /** That a step which a table's stream tells of gives occasion to. */
  public static Errand step(String table, String requestId) {
    return new Errand(LogEvent.STEP, table, requestId, Map.of());
  }

  /** That is done by schedule; it has no cause but itself. */
  public static Errand schedule(String function, String runId) {
    return new Errand(LogEvent.SCHEDULE, function, runId, Map.of());
  }

  /** The same, about an application. */
  public Errand about(String applicationId) {
    return with("applicationId", applicationId);
  }

  /** The same, with another id. */
  public Errand with(String name, String id) {
    Map<String, String> more = new LinkedHashMap<>(ids);
    more.put(name, id);
    return new Errand(kind, source, requestId, more);
  }
}

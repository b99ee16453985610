package id.antrean.acceptance.stack;

import org.jspecify.annotations.Nullable;

/**
 * A step of the system's work that a test breaks, named by the call that takes it. Never by how
 * many calls go before: that changes with every call that is added, and the test would then break
 * another step, or none.
 *
 * @param caller the function that calls; null: whoever calls
 * @param operation the service's operation; null: every one
 * @param says what is written in the call, such as a table or an update expression; null: whatever
 */
public record Step(
    @Nullable String caller, String service, @Nullable String operation, @Nullable String says) {

  /** Whatever anybody asks of that service. */
  public static Step anyOf(String service) {
    return new Step(null, service, null, null);
  }

  /** A function's calls of one operation, whatever they say. */
  public static Step of(String caller, String service, String operation) {
    return new Step(caller, service, operation, null);
  }

  /** Those of them in which this is written. */
  public Step saying(String text) {
    return new Step(caller, service, operation, text);
  }
}

package id.antrean.stack.function;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function's environment variables. Every function's loader defines this class anew, so its
 * static state belongs to one function; it must not use any other class of the stack.
 */
public final class FunctionVariables {
  private static volatile Map<String, String> variables = Map.of();

  private FunctionVariables() {}

  /** Called once, before the function's first class is loaded. */
  public static void set(Map<String, String> values) {
    variables = Map.copyOf(values);
  }

  /** Stands for {@link System#getenv()}. */
  public static Map<String, String> getenv() {
    return variables;
  }

  /** Stands for {@link System#getenv(String)}. */
  public static @Nullable String getenv(String name) {
    return variables.get(name);
  }
}

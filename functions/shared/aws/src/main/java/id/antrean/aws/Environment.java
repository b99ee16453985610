package id.antrean.aws;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** The variables a function is deployed with; template.yaml says which. */
public final class Environment {

  private Environment() {}

  /** A variable that has to be there. */
  public static String text(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the variable " + name + " is not set");
    }
    return value;
  }

  /** A variable that may be missing: empty then. */
  public static String optional(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value.strip();
  }

  /** The variable that has that value: the name of a thing, which is none of two. */
  public static Optional<String> named(String value) {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getValue().equals(value))
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder());
  }

  public static Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  public static int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalStateException("the variable " + name + " is not a whole number", e);
    }
  }
}

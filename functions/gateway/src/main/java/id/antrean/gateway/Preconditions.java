package id.antrean.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions and keys that a client may put on a request. */
public final class Preconditions {

  private Preconditions() {}

  /**
   * The version in If-Match; null without a condition ({@code *} is none: the resource exists).
   * Anything else is a fault.
   */
  public static @Nullable Integer ifMatch(Request request, Faults faults) {
    Optional<String> header = request.header("If-Match").map(String::strip);
    if (header.isEmpty() || header.get().equals("*")) {
      return null;
    }
    String tag = header.get();
    if (tag.length() > 2
        && tag.length() <= 11
        && tag.startsWith("\"")
        && tag.endsWith("\"")
        && tag.substring(1, tag.length() - 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.valueOf(tag.substring(1, tag.length() - 1));
    }
    faults.add("/header/If-Match", "if-match");
    return null;
  }

  /** The Idempotency-Key, 8 to 64 visible characters. */
  public static Optional<String> idempotencyKey(Request request, Faults faults) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent() && !isKey(key.get())) {
      faults.add("/header/Idempotency-Key", "idempotency-key");
      return Optional.empty();
    }
    return key;
  }

  private static boolean isKey(String key) {
    return key.length() >= 8
        && key.length() <= 64
        && key.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** How many items a page may have, at most 100. */
  public static int limit(Request request, Faults faults) {
    String text = request.query("limit").orElse("100");
    if (text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= 100) {
        return limit;
      }
    }
    faults.add("/query/limit", "integer", 1, 100);
    return 1;
  }
}

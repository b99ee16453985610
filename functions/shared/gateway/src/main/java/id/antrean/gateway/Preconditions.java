package id.antrean.gateway;

import id.antrean.domain.application.IfVersion;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions and keys that a client may put on a request. */
public final class Preconditions {

  private Preconditions() {}

  /**
   * The versions in If-Match; null without a condition ({@code *} is none: what does not exist is
   * not found anyway). A tag that no application of ours can have allows no version.
   */
  public static @Nullable IfVersion ifMatch(Request request, FieldErrors errors) {
    return entityTags(request, "If-Match", errors)
        .filter(tags -> !tags.any())
        .map(
            tags ->
                new IfVersion(
                    tags.strong()
                        .flatMap(tag -> version(tag).stream())
                        .collect(Collectors.toUnmodifiableSet())))
        .orElse(null);
  }

  /** The tags in If-Match or If-None-Match; what cannot be read as tags is a fault. */
  public static Optional<EntityTags> entityTags(
      Request request, String header, FieldErrors errors) {
    Optional<String> sent = request.header(header);
    Optional<EntityTags> tags = sent.flatMap(EntityTags::parse);
    if (sent.isPresent() && tags.isEmpty()) {
      errors.add("/header/" + header, "entity-tags");
    }
    return tags;
  }

  /** A version as it stands in our own ETag: no sign, no leading zero. */
  private static Optional<Integer> version(String tag) {
    return tag.matches("0|[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(tag)) : Optional.empty();
  }

  /** The Idempotency-Key, 8 to 64 visible characters. */
  public static Optional<String> idempotencyKey(Request request, FieldErrors errors) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent() && !isKey(key.get())) {
      errors.add("/header/Idempotency-Key", "idempotency-key");
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
  public static int limit(Request request, FieldErrors errors) {
    String text = request.query("limit").orElse("100");
    if (text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= 100) {
        return limit;
      }
    }
    errors.add("/query/limit", "integer", 1, 100);
    return 1;
  }
}

package id.antrean.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Spares a client that looks again what it already has: whatever is read has an ETag, and is 304
 * without a body for a client that names it in If-None-Match.
 */
final class Unchanged {
  /** Enough that two answers never meet by chance. */
  private static final int TAG_BYTES = 12;

  private Unchanged() {}

  /** The answer to a GET, or that the client has it. */
  static Answer orWhole(Answer answer, Request request) {
    if (!request.method().equals("GET") || answer.status() != 200) {
      return answer;
    }
    Answer tagged =
        answer.headers().containsKey("ETag") ? answer : answer.tag(hash(written(answer)));
    String opaque = tagged.headers().getOrDefault("ETag", "\"\"").replace("\"", "");
    return named(request).filter(tags -> tags.matchWeakly(opaque)).isPresent()
        ? new Answer(304, withoutType(tagged.headers()), null)
        : tagged;
  }

  private static Optional<EntityTags> named(Request request) {
    Optional<String> header = request.header("If-None-Match");
    Optional<EntityTags> tags = header.flatMap(EntityTags::parse);
    if (header.isPresent() && tags.isEmpty()) {
      FieldErrors errors = new FieldErrors();
      errors.add("/header/If-None-Match", "entity-tags");
      errors.check();
    }
    return tags;
  }

  private static Map<String, String> withoutType(Map<String, String> headers) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.remove("Content-Type");
    return kept;
  }

  private static byte[] written(Answer answer) {
    Answer.Content content = answer.content();
    return content == null
        ? String.valueOf(answer.body()).getBytes(StandardCharsets.UTF_8)
        : content.bytes();
  }

  private static String hash(byte[] written) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

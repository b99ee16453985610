package id.antrean.gateway;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the form of RFC 9457. The sentences come from the messages under {@code
 * problem.<type>}.
 *
 * @param type the last part of the problem type's URI
 * @param sentence key of the detail: one type arises in several situations, and what is said has to
 *     be true in each
 * @param members beyond the standard ones
 * @param arguments of the detail's sentence
 * @param pause after which it is worth trying again, where that is known
 */
public record Problem(
    String type,
    int status,
    String sentence,
    Map<String, JsonNode> members,
    List<Object> arguments,
    @Nullable Duration pause) {

  /** As it is written: the members of its type stand beside those that every problem has. */
  private record Body(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      @JsonAnyGetter Map<String, JsonNode> members) {}

  public static final String CONTENT_TYPE = "application/problem+json";

  /** Clients that were turned away together do not come back together: one to this many seconds. */
  private static final int LONGEST_RETRY_AFTER = 4;

  public static Problem of(String type, int status, Object... arguments) {
    return new Problem(type, status, "problem." + type, Map.of(), List.of(arguments), null);
  }

  /** The same problem in that situation, which has a sentence of its own. */
  public Problem when(String situation, Object... said) {
    return new Problem(
        type, status, "problem." + type + "." + situation, members, List.of(said), pause);
  }

  public Problem member(String name, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, status, sentence, more, arguments, pause);
  }

  /** The same problem, which it is worth trying again after that time. */
  Problem repeatableAfter(Duration known) {
    return new Problem(type, status, sentence, members, arguments, known);
  }

  Answer answer(Language language, String requestId) {
    Body body =
        new Body(
            "/problems/" + type,
            Messages.text(language, "problem." + type + ".title"),
            status,
            Messages.text(language, sentence, arguments.toArray()),
            "/requests/" + requestId,
            members);
    Answer answer =
        Answer.of(status, Map.of("Content-Type", CONTENT_TYPE, "Cache-Control", "no-store"), body);
    return status == 503 || status == 429 ? answer.header("Retry-After", retryAfter()) : answer;
  }

  private String retryAfter() {
    return pause == null
        ? Integer.toString(ThreadLocalRandom.current().nextInt(1, LONGEST_RETRY_AFTER + 1))
        : Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
  }
}

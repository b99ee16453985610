package id.antrean.gateway;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the form of RFC 9457. The sentences come from the messages under {@code
 * problem.<type>}.
 *
 * @param sentence key of the detail: one type arises in several situations, and what is said has to
 *     be true in each
 * @param members beyond the standard ones; null where there are none
 * @param arguments of the detail's sentence
 * @param pause after which it is worth trying again, where that is known
 */
public record Problem(
    ProblemType type,
    String sentence,
    @Nullable ProblemMembers members,
    List<Object> arguments,
    @Nullable Duration pause) {

  /** As it is written: the members of its type stand beside those that every problem has. */
  public record ProblemView(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      @JsonUnwrapped @Nullable ProblemMembers members)
      implements View {}

  public static final String CONTENT_TYPE = "application/problem+json";

  /** Clients that were turned away together do not come back together: one to this many seconds. */
  private static final int LONGEST_RETRY_AFTER = 4;

  public static Problem of(ProblemType type, Object... arguments) {
    return new Problem(type, "problem." + type.word(), null, List.of(arguments), null);
  }

  /** The same problem in that situation, which has a sentence of its own. */
  public Problem when(String situation, Object... said) {
    return new Problem(
        type, "problem." + type.word() + "." + situation, members, List.of(said), pause);
  }

  /** The same problem, which tells programs that too. */
  public Problem with(ProblemMembers told) {
    return new Problem(type, sentence, told, arguments, pause);
  }

  /** The same problem, which it is worth trying again after that time. */
  Problem repeatableAfter(Duration known) {
    return new Problem(type, sentence, members, arguments, known);
  }

  Answer answer(Language language, String requestId) {
    ProblemView body =
        new ProblemView(
            type.uri(),
            Messages.text(language, "problem." + type.word() + ".title"),
            type.status(),
            Messages.text(language, sentence, arguments.toArray()),
            "/requests/" + requestId,
            members);
    Answer answer =
        Answer.of(
            type.status(), Map.of("Content-Type", CONTENT_TYPE, "Cache-Control", "no-store"), body);
    return type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS
        ? answer.header("Retry-After", retryAfter())
        : answer;
  }

  private String retryAfter() {
    return pause == null
        ? Integer.toString(ThreadLocalRandom.current().nextInt(1, LONGEST_RETRY_AFTER + 1))
        : Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
  }
}

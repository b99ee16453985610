package id.antrean.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The origins whose web pages may be clients. A token travels in a header that a page has to set
 * itself and never in a cookie, so a page of one of these can do what its own user's token can, and
 * a page of any other learns nothing.
 */
public final class Origins {
  /** No page may be a client. */
  public static final Origins NONE = new Origins(List.of());

  /** What a client may send beyond what every page may. */
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, If-None-Match";

  /** What a page may read beyond what every page may. */
  private static final String EXPOSED_HEADERS =
      "ETag, Location, Retry-After, WWW-Authenticate, x-amzn-RequestId";

  /** Chromium keeps an answer no longer. */
  private static final String SECONDS_TO_KEEP = "7200";

  private final List<Pattern> allowed;

  private Origins(List<Pattern> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads the parameter.
   *
   * @param list origins with commas between; {@code *} in one stands for any host's or port's
   *     characters, as in the object store's own rules; empty: none
   */
  public static Origins of(String list) {
    return new Origins(
        Stream.of(list.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .map(Origins::pattern)
            .toList());
  }

  private static Pattern pattern(String origin) {
    return Pattern.compile(
        Stream.of(origin.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[A-Za-z0-9.-]*")));
  }

  private Optional<String> allowedOf(Request request) {
    return request
        .header("Origin")
        .filter(origin -> allowed.stream().anyMatch(it -> it.matcher(origin).matches()));
  }

  /** The answer as the browser may hand it to the page that asked. */
  Answer on(Answer answer, Request request) {
    if (allowed.isEmpty()) {
      return answer;
    }
    // A cache between us and two pages must not give one the other's permission.
    Answer varied = answer.header("Vary", vary(answer) + "Origin");
    return allowedOf(request)
        .map(
            origin ->
                varied
                    .header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Expose-Headers", EXPOSED_HEADERS))
        .orElse(varied);
  }

  private static String vary(Answer answer) {
    String already = answer.headers().get("Vary");
    return already == null ? "" : already + ", ";
  }

  /**
   * Answers what a browser asks before it lets a page call: which methods and headers it may use.
   *
   * @param methods of the resource
   */
  Answer preflight(Request request, List<String> methods) {
    if (request.header("Origin").isPresent() && allowedOf(request).isEmpty()) {
      return Api.problem(Problem.of(ProblemType.FORBIDDEN), request);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Allow", String.join(", ", methods) + ", OPTIONS");
    if (request.header("Origin").isPresent()) {
      headers.put("Access-Control-Allow-Methods", String.join(", ", methods));
      headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
      headers.put("Access-Control-Max-Age", SECONDS_TO_KEEP);
    }
    return new Answer(204, headers, null);
  }
}

package id.antrean.stack.access;

import id.antrean.emulators.access.Access;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One action on one resource that a policy allows, each perhaps with wildcards.
 *
 * @param conditions what a call must say for it ({@code StringEquals}): one of these, by condition
 *     keys
 * @param place where it stands in the template
 */
public record Grant(
    String function,
    String action,
    String resource,
    Map<String, List<String>> conditions,
    String place) {
  boolean covers(Access access) {
    return fits(action, access.action())
        && fits(resource, access.resource())
        && conditions.entrySet().stream()
            .allMatch(each -> each.getValue().contains(access.said().get(each.getKey())));
  }

  /** {@code *} stands for any text and {@code ?} for any one character, as in IAM. */
  private static boolean fits(String pattern, String text) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      return pattern.equals(text);
    }
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return text.matches(regex);
  }
}

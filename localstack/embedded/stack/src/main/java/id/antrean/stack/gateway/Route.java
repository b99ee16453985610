package id.antrean.stack.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param method upper case, or {@code ANY}
 * @param resource the path as the contract writes it, {@code /offices/{officeId}}
 * @param function the logical id of the function that answers
 * @param required the parameters that the gateway insists on
 */
record Route(String method, String resource, String function, List<RequiredParameter> required) {

  /** A parameter that has to be there, and where it is looked for: path, query or header. */
  record RequiredParameter(String in, String name) {}

  /** The values of the path's variables, raw, if the path is this route's. */
  Optional<Map<String, String>> match(List<String> path) {
    List<String> own = Routes.segments(resource);
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      String segment = own.get(i);
      if (segment.endsWith("+}") && path.size() > i) {
        String rest = String.join("/", path.subList(i, path.size()));
        variables.put(segment.substring(1, segment.length() - 2), rest);
        return Optional.of(variables);
      }
      if (i >= path.size() || path.get(i).isEmpty()) {
        return Optional.empty();
      }
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return own.size() == path.size() ? Optional.of(variables) : Optional.empty();
  }

  boolean takes(String requestMethod) {
    return method.equals("ANY") || method.equals(requestMethod);
  }

  /** Sorts literal segments before variables, and variables before greedy ones. */
  String specificity() {
    StringBuilder key = new StringBuilder();
    for (String segment : Routes.segments(resource)) {
      key.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
    }
    return key.append(method.equals("ANY") ? '1' : '0').toString();
  }
}

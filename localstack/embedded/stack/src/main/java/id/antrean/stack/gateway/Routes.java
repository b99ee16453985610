package id.antrean.stack.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a request: first the most literal resource, then its method. */
final class Routes {
  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(Route::specificity)).toList();
  }

  /** A route with the raw values of its path variables. */
  record Match(Route route, Map<String, String> variables) {}

  Optional<Match> find(String method, String path) {
    List<String> segments = segments(path);
    Optional<String> resource =
        routes.stream()
            .filter(route -> route.match(segments).isPresent())
            .map(Route::resource)
            .findFirst();
    return routes.stream()
        .filter(route -> resource.equals(Optional.of(route.resource())) && route.takes(method))
        .findFirst()
        .map(route -> new Match(route, route.match(segments).orElseThrow()));
  }

  static List<String> segments(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    if (inner.endsWith("/")) {
      inner = inner.substring(0, inner.length() - 1);
    }
    return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
  }
}

package id.antrean.stack.gateway;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that a web page of somebody else's could have made the browser send: another
 * Host (a name that was rebound to this machine), or another Origin that is not allowed to call.
 */
public final class HostGuard implements Handler {
  private final Set<String> authorities;
  private final PageOrigins origins;

  /**
   * @param host the address that is bound
   * @param origins whose pages may call beside our own
   */
  public HostGuard(String host, int port, PageOrigins origins) {
    this.origins = origins;
    this.authorities =
        Stream.of("127.0.0.1", "localhost", "[::1]", host.toLowerCase(Locale.ROOT))
            .map(name -> name + ":" + port)
            .collect(Collectors.toSet());
  }

  @Override
  public void handle(Context context) {
    if (!isOwn(context.header("Host"))) {
      refuse(context, 421, "The Host header does not name this stack.");
      return;
    }
    String origin = context.header("Origin");
    if (origin != null
        && !(origin.startsWith("http://") && isOwn(origin.substring(7)))
        && !origins.allow(origin)) {
      refuse(context, 403, "Another origin may not call this stack.");
    }
  }

  private boolean isOwn(@Nullable String authority) {
    return authority != null && authorities.contains(authority.toLowerCase(Locale.ROOT));
  }

  private static void refuse(Context context, int status, String detail) {
    context
        .status(status)
        .contentType("application/problem+json")
        .result(
            """
            {"type":"/problems/forbidden","title":"Refused","status":%d,"detail":"%s"}
            """
                .formatted(status, detail))
        .skipRemainingHandlers();
  }
}

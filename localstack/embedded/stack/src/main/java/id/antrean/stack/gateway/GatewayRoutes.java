package id.antrean.stack.gateway;

import id.antrean.stack.deploy.Api;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.watch.Watch;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One stage of an API on the web server. */
public final class GatewayRoutes {
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.HEAD,
          HandlerType.OPTIONS,
          HandlerType.TRACE);

  private final String stage;
  private final Gateway gateway;
  private final BooleanSupplier ready;
  private final String name;
  private final Watch watch;

  /**
   * @param api deployed
   * @param ready while this is false, requests are answered with 503
   */
  public GatewayRoutes(
      Api api, Contract contract, FunctionHost functions, BooleanSupplier ready, Watch watch) {
    this.stage = api.stage();
    this.gateway = new Gateway(api.id(), contract, functions);
    this.ready = ready;
    this.name = api.name();
    this.watch = watch;
  }

  /** Takes every request below the stage. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    for (HandlerType method : METHODS) {
      routes.addHttpHandler(method, "/" + stage, this::handle);
      routes.addHttpHandler(method, "/" + stage + "/*", this::handle);
    }
  }

  private void handle(Context context) throws IOException {
    if (!ready.getAsBoolean()) {
      context
          .status(503)
          .header("Retry-After", "1")
          .contentType("application/problem+json")
          .result("{\"type\":\"/problems/unavailable\",\"title\":\"Starting\",\"status\":503}");
      return;
    }
    long begun = System.nanoTime();
    GatewayAnswer answer = gateway.handle(read(context.req()));
    watch.answered(name, answer.status(), Duration.ofNanos(System.nanoTime() - begun));
    context.status(answer.status());
    answer
        .headers()
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase("Content-Type")) {
                context.contentType(values.getLast());
              } else {
                values.forEach(value -> context.res().addHeader(name, value));
              }
            });
    if (answer.body().length > 0) {
      context.result(answer.body());
    }
  }

  private GatewayRequest read(HttpServletRequest request) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"));
    headers.put("X-Forwarded-For", List.of(request.getRemoteAddr()));
    headers.put("X-Forwarded-Port", List.of(String.valueOf(request.getLocalPort())));
    headers.put("X-Forwarded-Proto", List.of(request.getScheme()));
    String path = request.getRequestURI().substring(stage.length() + 1);
    return new GatewayRequest(
        GatewayRequest.newId(),
        Instant.now(),
        request.getMethod(),
        stage,
        path.isEmpty() ? "/" : path,
        request.getQueryString(),
        headers,
        request.getInputStream().readNBytes(Gateway.LARGEST_REQUEST + 1),
        request.getRemoteAddr());
  }
}

package id.antrean.stack.gateway;

import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.function.HostedFunction;
import id.antrean.stack.function.Invocation;
import id.antrean.stack.gateway.Route.RequiredParameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One stage of a REST API: takes a request to its function and the function's answer back. */
final class Gateway {
  static final int LARGEST_REQUEST = 10 * 1024 * 1024;
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;
  private static final Duration LIMIT = Duration.ofSeconds(29);

  private final String api;
  private final Routes routes;
  private final Set<String> binaryMediaTypes;
  private final GatewayResponses responses;
  private final FunctionHost functions;

  Gateway(String api, Contract contract, FunctionHost functions) {
    this.api = api;
    this.routes = new Routes(contract.routes());
    this.binaryMediaTypes = contract.binaryMediaTypes();
    this.responses = contract.gatewayResponses();
    this.functions = functions;
  }

  GatewayAnswer handle(GatewayRequest request) {
    try {
      Optional<Routes.Match> match = routes.find(request.method(), request.path());
      if (match.isEmpty()) {
        return noSuchRoute(request);
      }
      if (request.body().length > LARGEST_REQUEST) {
        return own(ResponseType.REQUEST_TOO_LARGE, request);
      }
      List<String> missing = missing(match.get().route(), request);
      if (!missing.isEmpty()) {
        return responses.answer(
            ResponseType.BAD_REQUEST_PARAMETERS,
            "Missing required request parameters: " + missing,
            request);
      }
      return integrate(match.get(), request);
    } catch (IllegalArgumentException e) {
      return own(ResponseType.DEFAULT_4XX, request); // percent-encoding that means nothing
    }
  }

  private GatewayAnswer noSuchRoute(GatewayRequest request) {
    // AWS takes the header for one of its own signatures as soon as no method claims the request.
    return own(
        request.header("Authorization").isPresent()
            ? ResponseType.INVALID_SIGNATURE
            : ResponseType.MISSING_AUTHENTICATION_TOKEN,
        request);
  }

  private static List<String> missing(Route route, GatewayRequest request) {
    Map<String, List<String>> query = request.parameters();
    List<String> missing = new ArrayList<>();
    for (RequiredParameter parameter : route.required()) {
      boolean there =
          switch (parameter.in()) {
            case "query" -> query.containsKey(parameter.name());
            case "header" -> request.header(parameter.name()).isPresent();
            default -> true;
          };
      if (!there) {
        missing.add(parameter.name());
      }
    }
    return missing;
  }

  private GatewayAnswer integrate(Routes.Match match, GatewayRequest request) {
    boolean binary = isBinary(request.header("Content-Type").orElse("application/json"));
    String event = ProxyEvent.of(request, match, binary, api);
    if (event.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT) {
      return own(ResponseType.REQUEST_TOO_LARGE, request);
    }
    HostedFunction function = functions.function(match.route().function());
    CompletableFuture<Invocation> invocation =
        CompletableFuture.supplyAsync(() -> function.invoke(event), Thread::startVirtualThread);
    try {
      return switch (invocation.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        case Invocation.Answered answered -> answer(answered.payload(), request);
        case Invocation.Failed _ -> own(ResponseType.DEFAULT_5XX, request);
        case Invocation.Throttled _ -> own(ResponseType.API_CONFIGURATION_ERROR, request);
      };
    } catch (TimeoutException e) {
      return own(ResponseType.INTEGRATION_TIMEOUT, request);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return own(ResponseType.DEFAULT_5XX, request);
    }
  }

  private GatewayAnswer answer(String payload, GatewayRequest request) {
    boolean wantsBinary = request.header("Accept").map(this::firstIsBinary).orElse(false);
    Optional<GatewayAnswer> answer = ProxyAnswer.read(payload, wantsBinary);
    if (answer.isEmpty()) {
      return own(ResponseType.DEFAULT_5XX, request);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.get().headers());
    if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      headers.put("Content-Type", List.of("application/json"));
    }
    headers.put("x-amzn-RequestId", List.of(request.id()));
    return new GatewayAnswer(answer.get().status(), headers, answer.get().body());
  }

  private boolean firstIsBinary(String accept) {
    return isBinary(accept.split(",", 2)[0]);
  }

  private boolean isBinary(String mediaType) {
    String bare = mediaType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    String major = bare.split("/", 2)[0];
    return binaryMediaTypes.contains("*/*")
        || binaryMediaTypes.contains(bare)
        || binaryMediaTypes.contains(major + "/*");
  }

  private GatewayAnswer own(ResponseType type, GatewayRequest request) {
    return responses.answer(type, type.message, request);
  }
}

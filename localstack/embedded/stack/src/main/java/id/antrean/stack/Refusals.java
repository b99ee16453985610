package id.antrean.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Every refusal of the web server itself, wherever it arises (no route, a request that is none), in
 * the form that the API's own have: {@code application/problem+json}.
 */
final class Refusals {
  private static final String PROBLEM = "application/problem+json";

  private final Consumer<String> console;

  /**
   * @param console takes lines a developer has to see
   */
  Refusals(Consumer<String> console) {
    this.console = console;
  }

  void addTo(JavalinConfig config) {
    config.routes.exception(HttpResponseException.class, Refusals::refuse);
    config.routes.exception(Exception.class, this::fail);
    config.jetty.modifyServer(server -> server.setErrorHandler(new OfJetty()));
    config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new OfJetty()));
  }

  private static void refuse(HttpResponseException refusal, Context context) {
    String said = String.valueOf(refusal.getMessage());
    context
        .status(refusal.getStatus())
        .contentType(PROBLEM)
        .result(problem(refusal.getStatus(), said));
  }

  private void fail(Exception fault, Context context) {
    console.accept(context.method() + " " + context.path() + " failed: " + fault);
    context.status(503).contentType(PROBLEM).result(problem(503, ""));
  }

  private static String problem(int status, String said) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "/problems/" + type(status));
    problem.put("title", title(status));
    problem.put("status", status);
    problem.put("detail", detail(status, said));
    problem.put("instance", "/requests/" + UUID.randomUUID());
    if (status == 400) {
      problem.putArray("errors").addObject().put("pointer", "").put("detail", detail(400, said));
    }
    return problem.toString();
  }

  private static String type(int status) {
    return switch (status) {
      case 400 -> "validation";
      case 404, 405 -> "not-found";
      case 413, 414, 431 -> "too-large";
      case 415 -> "unsupported-media-type";
      case 429 -> "too-many-requests";
      default -> status < 500 ? "validation" : "unavailable";
    };
  }

  private static String title(int status) {
    return switch (type(status)) {
      case "validation" -> "Not a valid request";
      case "not-found" -> "Not found";
      case "too-large" -> "Too large";
      case "unsupported-media-type" -> "This content type is not taken";
      case "too-many-requests" -> "Too many requests";
      default -> "Not available";
    };
  }

  private static String detail(int status, String said) {
    return switch (status) {
      case 404, 405 ->
          said.startsWith("there is no")
              ? said
              : "There is no such address or method here. / says what there is.";
      case 400 -> said.isBlank() ? "The request cannot be read." : said;
      default -> status < 500 ? "The request is not taken as it is." : "Something failed inside.";
    };
  }

  /** What does not even reach a route: an address or a header that is none. */
  private static final class OfJetty extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        String message,
        Throwable cause,
        Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROBLEM);
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      byte[] body = problem(code, "").getBytes(StandardCharsets.UTF_8);
      boolean bodiless = request.getMethod().equals("HEAD");
      response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : body), callback);
    }
  }
}

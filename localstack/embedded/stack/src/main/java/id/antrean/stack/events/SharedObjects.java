package id.antrean.stack.events;

import id.antrean.stack.deploy.SharedBucket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers for the buckets what browsers ask of S3: whether a page of another origin may. */
final class SharedObjects extends Handler.Wrapper {
  private static final String REFUSAL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessForbidden</Code>"
          + "<Message>CORSResponse: This CORS request is not allowed.</Message></Error>";

  private volatile List<SharedBucket> rules = List.of();

  SharedObjects(Handler store) {
    super(store);
  }

  void share(List<SharedBucket> buckets) {
    rules = List.copyOf(buckets);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> origin = header(request, "Origin");
    if (origin.isEmpty()) {
      return super.handle(request, response, callback);
    }
    if (request.getMethod().equals("OPTIONS")) {
      preflight(request, response, origin.get(), callback);
      return true;
    }
    rule(request, origin.get(), request.getMethod())
        .ifPresent(rule -> allow(response, rule, origin.get()));
    return super.handle(request, response, callback);
  }

  private void preflight(Request request, Response response, String origin, Callback callback) {
    String method = header(request, "Access-Control-Request-Method").orElse("");
    String headers = header(request, "Access-Control-Request-Headers").orElse("");
    Optional<SharedBucket> rule =
        rule(request, origin, method)
            .filter(
                it ->
                    Stream.of(headers.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .allMatch(name -> name.isEmpty() || it.takes(name)));
    if (rule.isEmpty()) {
      response.setStatus(403);
      response.getHeaders().put("Content-Type", "application/xml");
      response.write(true, StandardCharsets.UTF_8.encode(REFUSAL), callback);
      return;
    }
    allow(response, rule.get(), origin);
    response.getHeaders().put("Access-Control-Allow-Headers", headers);
    response.getHeaders().put("Access-Control-Max-Age", rule.get().seconds());
    response.setStatus(200);
    Content.Sink.write(response, true, "", callback);
  }

  private static void allow(Response response, SharedBucket rule, String origin) {
    response.getHeaders().put("Access-Control-Allow-Origin", origin);
    response.getHeaders().put("Access-Control-Allow-Methods", String.join(", ", rule.methods()));
    response.getHeaders().put("Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
    response
        .getHeaders()
        .put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  }

  private Optional<SharedBucket> rule(Request request, String origin, String method) {
    String bucket = request.getHttpURI().getPath().substring(1).split("/", 2)[0];
    return rules.stream().filter(it -> it.allows(bucket, origin, method)).findFirst();
  }

  private static Optional<String> header(Request request, String name) {
    return Optional.ofNullable(request.getHeaders().getField(name)).map(HttpField::getValue);
  }
}

package id.antrean.emulators.edge;

import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.Service;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads which service and operation an HTTP request calls, and who calls. */
final class CallReader {

  private static final Pattern CALLER = Pattern.compile("/from/([^/?]+)(/?.*)");
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/aws4_request");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

  private CallReader() {}

  static AwsCall read(Request request) throws java.io.IOException {
    String target = Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
    ByteBuffer content = Content.Source.asByteBuffer(request);
    byte[] body = new byte[content.remaining()];
    content.get(body);
    String path = request.getHttpURI().getPathQuery();
    Matcher prefixed = CALLER.matcher(path);
    boolean named = prefixed.matches();
    String rest = named ? prefixed.group(2) : path;
    int dot = target.lastIndexOf('.');
    return new AwsCall(
        service(request, dot < 0 ? "" : target.substring(0, dot)),
        dot < 0 ? action(body) : target.substring(dot + 1),
        named ? Optional.of(prefixed.group(1)) : Optional.empty(),
        request.getMethod(),
        rest.isEmpty() ? "/" : rest,
        headers(request),
        body);
  }

  private static Service service(Request request, String target) {
    return Service.ofTarget(target)
        .or(() -> Service.named(scope(request)))
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "UnknownOperationException",
                    "Nothing behind this endpoint answers "
                        + (target.isEmpty() ? "a request without X-Amz-Target" : target)));
  }

  private static String scope(Request request) {
    Matcher scope =
        SCOPE.matcher(Optional.ofNullable(request.getHeaders().get("Authorization")).orElse(""));
    return scope.find() ? scope.group(1) : "";
  }

  /** The older protocol of SQS names the operation in its form. */
  private static String action(byte[] body) {
    Matcher action = ACTION.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    return action.find() ? action.group(1) : "";
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          Optional.ofNullable(field.getValue()).orElse(""),
          (first, second) -> first + "," + second);
    }
    return headers;
  }
}

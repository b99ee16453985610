package id.antrean.stack.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The event a function gets for a request: REST API, payload format 1.0. */
final class ProxyEvent {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ProxyEvent() {}

  static String of(GatewayRequest request, Routes.Match match, boolean binary, String api) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("resource", match.route().resource());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    putValues(event, "headers", "multiValueHeaders", request.headers());
    putValues(
        event, "queryStringParameters", "multiValueQueryStringParameters", request.parameters());
    if (match.variables().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      ObjectNode variables = event.putObject("pathParameters");
      match
          .variables()
          .forEach((name, raw) -> variables.put(name, GatewayRequest.decodeSegment(raw)));
    }
    event.putNull("stageVariables");
    event.set("requestContext", requestContext(request, match.route(), api));
    if (request.body().length == 0) {
      event.putNull("body");
    } else if (binary) {
      event.put("body", Base64.getEncoder().encodeToString(request.body()));
    } else {
      event.put("body", new String(request.body(), StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", binary && request.body().length > 0);
    return event.toString();
  }

  private static void putValues(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
      event.putNull(multiple);
      return;
    }
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multiple);
    values.forEach(
        (name, list) -> {
          last.put(name, list.getLast());
          list.forEach(all.withArray("/" + name.replace("~", "~0").replace("/", "~1"))::add);
        });
  }

  private static ObjectNode requestContext(GatewayRequest request, Route route, String api) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("resourceId", Integer.toHexString(route.hashCode()));
    context.put("resourcePath", route.resource());
    context.put("httpMethod", request.method());
    context.put("path", "/" + request.stage() + request.path());
    context.put("accountId", Template.ACCOUNT);
    context.put("apiId", api);
    context.put("stage", request.stage());
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", request.id());
    context.put("extendedRequestId", request.id());
    context.put("requestTime", REQUEST_TIME.format(request.at()));
    context.put("requestTimeEpoch", request.at().toEpochMilli());
    context.put("domainName", request.header("Host").orElse(""));
    ObjectNode identity = context.putObject("identity");
    identity.put("sourceIp", request.sourceAddress());
    identity.put("userAgent", request.header("User-Agent").orElse(null));
    return context;
  }
}

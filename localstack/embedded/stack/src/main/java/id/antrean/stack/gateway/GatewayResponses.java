package id.antrean.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gateway answers when no function was reached or none gave a usable answer: the
 * contract's {@code x-amazon-apigateway-gateway-responses}, else AWS's defaults.
 */
final class GatewayResponses {
  private static final String JSON = "application/json";
  private static final String HEADER = "gatewayresponse.header.";
  private static final Pattern VARIABLE =
      Pattern.compile("\\$context\\.([A-Za-z][A-Za-z.]*[A-Za-z])");

  private final JsonNode configured;

  GatewayResponses(JsonNode configured) {
    this.configured = configured;
  }

  GatewayAnswer answer(ResponseType type, String message, GatewayRequest request) {
    boolean own = configured.has(type.name());
    JsonNode response = configured.path(own ? type.name() : type.fallback().name());
    Map<String, String> context = context(type, message, request);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Content-Type", List.of(JSON));
    headers.put("x-amzn-RequestId", List.of(request.id()));
    headers.put("x-amzn-ErrorType", List.of(type.name()));
    for (Map.Entry<String, JsonNode> header : response.path("responseParameters").properties()) {
      if (header.getKey().startsWith(HEADER)) {
        String name = header.getKey().substring(HEADER.length());
        headers.put(name, List.of(parameter(header.getValue().asText(), context)));
      }
    }
    String template =
        response
            .path("responseTemplates")
            .path(JSON)
            .asText("{\"message\":$context.error.messageString}");
    byte[] body = substitute(template, context).getBytes(StandardCharsets.UTF_8);
    return new GatewayAnswer(response.path("statusCode").asInt(type.status), headers, body);
  }

  private static String parameter(String written, Map<String, String> context) {
    if (written.startsWith("'") && written.endsWith("'") && written.length() > 1) {
      return written.substring(1, written.length() - 1);
    }
    return substitute("$" + written, context);
  }

  private static String substitute(String template, Map<String, String> context) {
    return VARIABLE
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(context.getOrDefault(match.group(1), "")));
  }

  private static Map<String, String> context(
      ResponseType type, String message, GatewayRequest request) {
    return Map.ofEntries(
        Map.entry("error.message", message),
        Map.entry("error.messageString", TextNode.valueOf(message).toString()),
        Map.entry("error.validationErrorString", message),
        Map.entry("error.responseType", type.name()),
        Map.entry("requestId", request.id()),
        Map.entry("extendedRequestId", request.id()),
        Map.entry("httpMethod", request.method()),
        Map.entry("stage", request.stage()),
        Map.entry("path", "/" + request.stage() + request.path()),
        Map.entry("identity.sourceIp", request.sourceAddress()));
  }
}

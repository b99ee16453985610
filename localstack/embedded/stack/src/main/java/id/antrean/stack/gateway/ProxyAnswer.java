package id.antrean.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a function's answer in the proxy format; what API Gateway calls malformed is empty. */
final class ProxyAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded", "cookies");
  private static final Set<String> GATEWAYS_OWN =
      Set.of("content-length", "transfer-encoding", "connection");

  private ProxyAnswer() {}

  /**
   * @param decode whether the client asked for a binary type, so that base64 is decoded
   */
  static Optional<GatewayAnswer> read(String payload, boolean decode) {
    try {
      JsonNode answer = JSON.readTree(payload);
      if (!answer.isObject() || !onlyKnown(answer)) {
        return Optional.empty();
      }
      int status = status(answer.path("statusCode"));
      Map<String, List<String>> headers = headers(answer);
      byte[] body = body(answer, decode);
      return status < 100 || status > 599
          ? Optional.empty()
          : Optional.of(new GatewayAnswer(status, headers, body));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean onlyKnown(JsonNode answer) {
    return answer.properties().stream().allMatch(field -> KNOWN.contains(field.getKey()));
  }

  private static int status(JsonNode status) {
    return status.isMissingNode() ? 200 : Integer.parseInt(status.asText());
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      put(headers, header.getKey(), List.of(text(header.getValue())));
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      List<String> values = new ArrayList<>();
      header.getValue().forEach(value -> values.add(text(value)));
      put(headers, header.getKey(), values);
    }
    return headers;
  }

  private static void put(Map<String, List<String>> headers, String name, List<String> values) {
    if (!GATEWAYS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
      headers.keySet().removeIf(name::equalsIgnoreCase);
      headers.put(name, values);
    }
  }

  private static String text(JsonNode value) {
    if (!value.isValueNode()) {
      throw new IllegalArgumentException("a header must be a single value");
    }
    return value.asText();
  }

  private static byte[] body(JsonNode answer, boolean decode) {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new IllegalArgumentException("a body must be text");
    }
    return answer.path("isBase64Encoded").asBoolean() && decode
        ? Base64.getDecoder().decode(body.textValue())
        : body.textValue().getBytes(StandardCharsets.UTF_8);
  }
}

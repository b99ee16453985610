package id.antrean.stack.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived at the gateway.
 *
 * @param path below the stage, not decoded
 * @param headers as sent, names in the sender's case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GatewayRequest(
    String id,
    Instant at,
    String method,
    String stage,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceAddress) {

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** The first value of a header, its name in any case. */
  Optional<String> header(String name) {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue().stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /** The query's parameters, decoded, in order. */
  Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
      }
    }
    return parameters;
  }

  /**
   * Decodes percent-encoding and, as queries have it, {@code +}.
   *
   * @throws IllegalArgumentException if it is not valid
   */
  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Decodes a path segment, where {@code +} is itself. */
  static String decodeSegment(String segment) {
    return decode(segment.replace("+", "%2B"));
  }
}

package id.antrean.senders;

import id.antrean.gateway.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Calls of senders as they come through the gateway. */
public final class Webhooks {
  private Webhooks() {}

  /** To the place of all senders. */
  public static Request posted(Map<String, String> headers, String body) {
    return at("/payments/notifications/{aggregator}", Map.of(), headers, body);
  }

  public static Request at(
      String resource, Map<String, String> path, Map<String, String> headers, String body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new Request(
        "POST", resource, path, Map.of(), anyCase, body.getBytes(StandardCharsets.UTF_8), "test");
  }
}

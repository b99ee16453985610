package id.antrean.bench.starts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.demo.Rehearsal.Caller;
import id.antrean.cli.demo.Rehearsal.Ready;
import java.util.Map;
import java.util.UUID;

/** Events as API Gateway would make them of the requests that are measured. */
final class Requests {
  private static final String APPLICATIONS = "/applications";
  private static final String BOOKING = "/applications/{id}/booking";

  private Requests() {}

  static String hold(Ready who) {
    String body = JsonNodeFactory.instance.objectNode().put("sessionId", who.session()).toString();
    return event("PUT", BOOKING, who.application(), who.token(), body);
  }

  static String giveBack(Ready who) {
    return event("DELETE", BOOKING, who.application(), who.token(), "");
  }

  static String register(Caller who) {
    return event("POST", APPLICATIONS, "", who.token(), who.registration());
  }

  /** What the least of all functions answers. */
  static String anything() {
    return event("GET", "/floor", "", "", "");
  }

  private static String event(
      String method, String resource, String application, String token, String body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("resource", resource);
    event.put("path", resource.replace("{id}", application));
    event.put("httpMethod", method);
    Map<String, String> headers =
        Map.of(
            "Accept", "application/json",
            "Accept-Language", "id",
            "Authorization", "Bearer " + token,
            "Content-Type", "application/json",
            "Host", "api.example");
    ObjectNode single = event.putObject("headers");
    ObjectNode multiple = event.putObject("multiValueHeaders");
    headers.forEach(
        (name, value) -> {
          single.put(name, value);
          multiple.putArray(name).add(value);
        });
    if (!application.isEmpty()) {
      event.putObject("pathParameters").put("id", application);
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", UUID.randomUUID().toString());
    context.put("stage", "v1");
    context.put("httpMethod", method);
    context.put("resourcePath", resource);
    context.put("path", "/v1" + resource.replace("{id}", application));
    context.putObject("identity").put("sourceIp", "127.0.0.1");
    if (body.isEmpty()) {
      event.putNull("body");
    } else {
      event.put("body", body);
    }
    event.put("isBase64Encoded", false);
    return event.toString();
  }
}

package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a client sends, read up to one of its parts, and what it is told of it. */
final class Sent {
  private final FieldErrors errors = new FieldErrors();
  private final Request request;

  private Sent(Request request) {
    this.request = request;
  }

  static Sent header(String name, String value) {
    return new Sent(
        Request.of(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("POST")
                .withResource("/x")
                .withHeaders(Map.of(name, value))));
  }

  static Sent query(Map<String, String> query) {
    return new Sent(
        Request.of(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withResource("/x")
                .withQueryStringParameters(query)));
  }

  static Sent json(String body) {
    return body("application/json", body);
  }

  static Sent body(String contentType, String body) {
    return body(contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static Sent body(String contentType, byte[] body) {
    return new Sent(
        new Request(
            "POST", "/x", Map.of(), Map.of(), Map.of("Content-Type", contentType), body, "id"));
  }

  Request request() {
    return request;
  }

  FieldErrors errors() {
    return errors;
  }

  Fields fields() {
    return Fields.of(request, "application/json", errors);
  }

  /** Every fault that was found: its pointer, and what is said of it in English. */
  List<String> wrong() {
    return wrong(errors);
  }

  static List<String> wrong(FieldErrors errors) {
    try {
      errors.check();
      return List.of();
    } catch (InvalidRequest invalid) {
      return wrong(invalid.problem(Language.ENGLISH));
    }
  }

  static List<String> wrong(Problem problem) {
    if (problem.members() instanceof ProblemMembers.Validation(var errors)) {
      return errors.stream().map(it -> it.pointer() + " " + it.detail()).toList();
    }
    throw new AssertionError(problem.type() + " names no faults");
  }
}

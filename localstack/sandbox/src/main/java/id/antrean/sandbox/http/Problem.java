package id.antrean.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;

/**
 * An answer that says no, in the form of RFC 9457.
 *
 * @param type the kind of problem, without {@code /problems/}
 * @param status the HTTP status
 * @param detail one sentence for the developer who reads it
 * @param errors every invalid member, empty if the problem is not about members
 */
public record Problem(
    String type, int status, String title, String detail, List<FieldError> errors) {

  public static Problem validation(List<FieldError> errors) {
    return new Problem(
        "validation", 400, "Invalid request", "See errors: each names what is expected.", errors);
  }

  public static Problem notFound(String detail) {
    return new Problem("not-found", 404, "Not found", detail, List.of());
  }

  public static Problem conflict(String detail) {
    return new Problem("dead-code", 409, "Cannot be paid", detail, List.of());
  }

  public static Problem unavailable(int status, String detail) {
    return new Problem("unavailable", status, "Unavailable", detail, List.of());
  }

  /** What the web server itself refuses: an address that is none here, most of all. */
  public static Problem of(HttpResponseException refusal) {
    int status = refusal.getStatus();
    return status == 404 || status == 405
        ? new Problem(
            "not-found",
            status,
            "Not found",
            "There is no such address or method here. / says what there is.",
            List.of())
        : new Problem(
            status < 500 ? "validation" : "unavailable",
            status,
            "Refused",
            String.valueOf(refusal.getMessage()),
            List.of());
  }

  /** Writes this problem as the answer. */
  public void answer(Context context) {
    ObjectNode body = Json.object();
    body.put("type", "/problems/" + type);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", context.path());
    if (!errors.isEmpty()) {
      body.set("errors", Json.tree(errors));
    }
    context.status(status).contentType("application/problem+json").result(body.toString());
  }
}

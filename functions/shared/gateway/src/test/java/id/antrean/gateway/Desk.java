package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API with a route for each kind of caller, and its log. A token says who its bearer is: {@code
 * siti:officer+auditor@CLG}; one that says nothing of the kind is not believed.
 */
final class Desk {
  static final String OFFICE = "/offices/{officeId}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Api api =
      new Api(
              Desk::caller,
              new EventLog(
                  new PrintStream(log, true, StandardCharsets.UTF_8),
                  Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC),
                  "tried"),
              Origins.NONE)
          .open("GET", "/open", request -> Answer.ok(new Nothing()))
          .open("PUT", "/open", request -> Answer.noContent())
          .open("GET", "/id", request -> said(CurrentRequest.id()))
          .open("GET", "/down", request -> down())
          .open("GET", "/broken", request -> said(request.parameter("missing")))
          .open(
              "GET", "/refused", request -> outcome(Outcome.refused(new Refusal.Stale(3)), request))
          .open("GET", "/done", request -> outcome(Outcome.done("it is done"), request))
          .applicant("GET", "/mine", (request, caller) -> said(caller.subject()))
          .officer("GET", OFFICE + "/visits", (request, caller) -> said("visits"))
          .supervisor("PUT", OFFICE + "/days", (request, caller) -> said("days"))
          .officeReader("GET", OFFICE + "/days", (request, caller) -> said("days"));

  private record Said(String said) implements View {}

  private record Nothing() implements View {}

  private static Answer said(String text) {
    return Answer.ok(new Said(text));
  }

  private static Answer outcome(Outcome<String> outcome, Request request) {
    return Api.answer(outcome, request, Desk::said);
  }

  private static Answer down() {
    throw new Unavailable("the store of 9901014107950001", new IllegalStateException("timeout"));
  }

  private static Optional<Caller> caller(String token) {
    if (!token.contains(":")) {
      return Optional.empty();
    }
    String[] nameAndRest = token.split(":", 2);
    String[] rolesAndOffice = nameAndRest[1].split("@", 2);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(rolesAndOffice[0].split("\\+", -1))
        .flatMap(it -> Role.of(it).stream())
        .forEach(roles::add);
    return Optional.of(
        new Caller(nameAndRest[0], roles, rolesAndOffice.length > 1 ? rolesAndOffice[1] : null));
  }

  /** A request for the office CLG, with that Authorization header or without. */
  Answered ask(String method, String resource, @Nullable String authorization) {
    Map<String, String> headers = new HashMap<>(Map.of("Accept-Language", "en"));
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return ask(method, resource, headers);
  }

  Answered ask(String method, String resource, Map<String, String> headers) {
    return new Answered(
        api.handle(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withPathParameters(Map.of("officeId", "CLG"))
                .withHeaders(headers)
                .withRequestContext(
                    new APIGatewayProxyRequestEvent.ProxyRequestContext()
                        .withRequestId("request-1"))));
  }

  /** The lines of the log so far. */
  List<JsonNode> log() {
    return log.toString(StandardCharsets.UTF_8).lines().map(Desk::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** What came back. */
  record Answered(int status, Map<String, String> headers, String text) {

    Answered(APIGatewayProxyResponseEvent event) {
      this(event.getStatusCode(), event.getHeaders(), event.getBody());
    }

    JsonNode body() {
      return json(text);
    }
  }
}

package id.antrean.booking;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.memory.Faults;
import id.antrean.memory.World;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The whole function over stores in memory, with two sessions of one seat each and Siti's ready
 * application. A token is the account's name, or the staff's.
 */
final class FrontDesk {
  static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  static final int UNPAID_HOLDS = 2;
  static final int TAKES_PER_HOUR = 20;
  static final Duration WINDOW = Duration.ofHours(2);
  private static final Map<String, Optional<Caller>> OTHERS =
      Map.of(
          "nobody", Optional.empty(),
          "officer", Optional.of(new Caller("officer", Set.of(Role.OFFICER), "CLG")),
          "supervisor", Optional.of(new Caller("supervisor", Set.of(Role.SUPERVISOR), "CLG")),
          "auditor", Optional.of(new Caller("auditor", Set.of(Role.AUDITOR), null)));

  final Faults faults = new Faults();
  final World world =
      new World(NOW, faults).has(CILEGON).has(session(EIGHT, 1)).has(session(NINE, 1));
  final Application siti = ready("siti");
  private final AtomicInteger codes = new AtomicInteger();
  private final BookingFunction function;

  FrontDesk() {
    world.has(siti);
    EventLog log =
        new EventLog(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            world.time,
            "tried");
    function =
        new BookingFunction(
            new BookingRoutes(
                    world.holdSeat(
                        () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
                        new HoldTerms(
                            WINDOW, Duration.ofMinutes(3), UNPAID_HOLDS, 3, TAKES_PER_HOUR, 30)),
                    world.leaveSeat(),
                    world.applications)
                .on(new Api(FrontDesk::caller, log, Origins.NONE)));
  }

  private static Optional<Caller> caller(String token) {
    return OTHERS.getOrDefault(token, Optional.of(new Caller(token, Set.of(Role.APPLICANT), null)));
  }

  Application siti() {
    return world.see(siti.id());
  }

  // ---- Asking ----

  /** An answer: its status, its headers, its body. */
  record Reply(int status, Map<String, String> headers, @Nullable String body) {

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    String at(String pointer) {
      return json().at(pointer).asText();
    }

    /** The version as a client sends it again. */
    String tag() {
      return Objects.requireNonNull(headers.get("ETag"));
    }

    /** Where faults were found. */
    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }

    /** Refused in that way. */
    Reply refused(int status, String type) {
      assertThat(this.status).as(body).isEqualTo(status);
      assertThat(at("/type")).isEqualTo("/problems/" + type);
      assertThat(headers).containsEntry("Content-Type", "application/problem+json");
      return this;
    }

    Reply done() {
      assertThat(status).as(body).isEqualTo(200);
      return this;
    }
  }

  Reply holds(SessionId session, String... headers) {
    return holds(siti, session, headers);
  }

  /** The account of that application asks. */
  Reply holds(Application application, SessionId session, String... headers) {
    return asks(application.account(), application.id().value(), body(session), headers);
  }

  static String body(SessionId session) {
    return "{\"sessionId\":\"" + session + "\"}";
  }

  /** Whoever has that token puts that body. */
  Reply asks(String token, String application, String body, String... headers) {
    return call("PUT", "/applications/{id}/booking", token, application, body, headers);
  }

  Reply givesBack(String... headers) {
    return givesBackAs("siti", siti.id().value(), headers);
  }

  Reply givesBackAs(String token, String application, String... headers) {
    return call("DELETE", "/applications/{id}/booking", token, application, null, headers);
  }

  Reply bill(String... headers) {
    return billAs("siti", siti.id().value(), headers);
  }

  Reply billAs(String token, String application, String... headers) {
    return call("GET", "/applications/{id}/bill", token, application, null, headers);
  }

  private Reply call(
      String method,
      String resource,
      String token,
      String application,
      @Nullable String body,
      String... more) {
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "Authorization",
                "Bearer " + token,
                "Accept-Language",
                "en",
                "Content-Type",
                "application/json"));
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    APIGatewayProxyResponseEvent answer =
        function.booking(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withPathParameters(Map.of("id", application))
                .withHeaders(headers)
                .withBody(body));
    return new Reply(answer.getStatusCode(), answer.getHeaders(), answer.getBody());
  }

  /** An event as it comes; what it is answered. */
  APIGatewayProxyResponseEvent receives(APIGatewayProxyRequestEvent event) {
    return function.booking(event);
  }

  // ---- What happens elsewhere ----

  void isPaid() {
    Application before = siti();
    Bill bill = before.booking().bill().orElseThrow();
    becomes(
        before.pay(
            bill,
            new Bill.Payment("bank", "p1", null, world.time.instant(), null),
            true,
            new Actor.Service("payments"),
            world.time.instant()));
  }

  /** Siti's application takes a step that nobody asked this function for. */
  void becomes(Application after) {
    assertThat(world.applications.save(Change.of(siti(), after)))
        .isInstanceOf(SaveApplication.Saved.class);
  }

  /** Between a decision and its write something else happens, so many times. */
  void isOvertaken(int times) {
    for (int i = 0; i < times; i++) {
      faults.before("save", () -> world.has(siti().fence()));
    }
  }
}

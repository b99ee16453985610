package id.antrean.bench.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.demo.Rehearsal;
import id.antrean.cli.demo.Rehearsal.Caller;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people do with an application, step by step, by real calls. What a step causes is waited
 * for, so that it is counted as that step's.
 */
final class WalkedLife {
  private static final String OFFICE = "/v1/offices/CLG";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NOTHING = MissingNode.getInstance();

  /** The window of two hours, the hidden grace, and a little for the messages to arrive. */
  private static final Duration PAST_THE_WINDOW = Duration.ofMinutes(126);

  /** People come a little before their session. */
  private static final Duration EARLY = Duration.ofMinutes(20);

  /** Later than most pay, and later than the message that looks after a hold. */
  private static final Duration PAYS_AFTER = Duration.ofMinutes(20);

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final StackClient stack;
  private final Rehearsal rehearsal;
  private final Tally tally;
  private final Steps steps;
  private final String officer;

  /** Takes what was counted. */
  interface Steps {
    /** It was that step's. */
    void ended(String step);

    /** It was nobody's: time passed. */
    void passed();
  }

  WalkedLife(StackClient stack, Tally tally, Steps steps) {
    this.stack = stack;
    this.rehearsal = new Rehearsal(stack);
    this.tally = tally;
    this.steps = steps;
    this.officer = new Tokens(stack).of("budi", "officer", Optional.of("CLG"));
  }

  /**
   * To the beginning of a month, so that a month is looked at whole, whenever this is run: what an
   * answer of it costs follows from how much is left of it.
   */
  void inANewMonth() {
    OffsetDateTime now = now();
    OffsetDateTime first =
        now.plusMonths(1).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).plusHours(8);
    move(Duration.between(now, first));
    steps.passed();
  }

  /** Registered, paid, visited: a life to its end. */
  void paid() {
    Caller siti = rehearsal.caller();
    String application = ready(siti);
    Reply held = held(siti, application);
    passed("a held seat is looked after", PAYS_AFTER);
    step(
        "pay",
        () ->
            call(
                "POST",
                "/sandbox/aggregators/midtrans/payments",
                "",
                json().put("billingCode", held.at("/bill/billingCode"))));
    passed("deadline of a paid hold", PAST_THE_WINDOW);
    Reply ticket = step("ticket", () -> get(application + "/ticket", siti.token()));
    Duration until =
        Duration.between(now(), OffsetDateTime.parse(ticket.at("/session/startsAt")).minus(EARLY));
    move(until);
    steps.passed();
    String date = ticket.at("/session/startsAt").substring(0, 10);
    String appointment = application.replace("/v1/applications", OFFICE + "/appointments");
    step("day's list", () -> get(OFFICE + "/appointments?date=" + date, officer));
    step("look at a person's papers", () -> get(appointment, officer));
    step(
        "check in",
        () -> call("POST", OFFICE + "/check-ins", officer, json().put("code", ticket.at("/code"))));
    step("call", () -> call("POST", OFFICE + "/calls", officer, json().put("desk", "3")));
    step("look at the display", () -> get(OFFICE + "/display", officer));
    step(
        "outcome",
        () -> call("POST", appointment + "/outcome", officer, json().put("outcome", "COMPLETED")));
  }

  /** Held and left to expire. */
  void unpaid() {
    Caller siti = rehearsal.caller();
    held(siti, ready(siti));
    move(PAYS_AFTER);
    steps.passed();
    passed("deadline of an unpaid hold", PAST_THE_WINDOW);
  }

  /** What is done by schedule, each once. */
  void scheduled(Iterable<String> functions) {
    for (String function : functions) {
      step(function, () -> call("POST", "/sandbox/schedules/" + function, "", NOTHING));
    }
  }

  private String ready(Caller siti) {
    Reply registered =
        step(
            "register",
            () -> call("POST", "/v1/applications", siti.token(), tree(siti.registration())));
    step(
        "papers",
        () -> {
          rehearsal.upload(
              siti.token(),
              registered,
              () -> {
                tally.add("people", Unit.FILE, 1);
                move(MOMENT);
              });
          return registered;
        });
    String application = "/v1/applications/" + registered.at("/id");
    step("look at the application", () -> get(application, siti.token()));
    return application;
  }

  private Reply held(Caller siti, String application) {
    step("look at the offices", () -> get("/v1/offices", siti.token()));
    String session = freeSession(siti.token());
    return step(
        "hold",
        () ->
            call("PUT", application + "/booking", siti.token(), json().put("sessionId", session)));
  }

  private String freeSession(String token) {
    String month = OFFICE + "/availability?lane=REGULAR&month=" + YearMonth.from(now());
    return step("look at a month", () -> get(month, token))
        .body()
        .path("days")
        .valueStream()
        .flatMap(day -> day.path("sessions").valueStream())
        .filter(session -> session.path("free").asInt() > 0)
        .map(session -> session.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.parse(get("/sandbox/clock", "").at("/now"));
  }

  private void passed(String step, Duration time) {
    step(step, () -> move(time));
  }

  private Reply step(String name, Supplier<Reply> taken) {
    Reply reply = taken.get();
    move(MOMENT);
    steps.ended(name);
    return reply;
  }

  private Reply move(Duration time) {
    return call("POST", "/sandbox/clock", "", json().put("advance", time.toString()));
  }

  private Reply get(String path, String token) {
    return call("GET", path, token, NOTHING);
  }

  private Reply call(String method, String path, String token, JsonNode body) {
    Map<String, String> headers =
        token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    Reply reply = stack.send(method, path, headers, body);
    if (!reply.ok()) {
      throw new IllegalStateException(method + " " + path + " was refused: " + reply.refusal());
    }
    if (path.startsWith("/v1")) {
      tally.add("people", Unit.ANSWER_BYTE, reply.body().toString().length());
    }
    return reply;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

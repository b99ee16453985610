package id.antrean.acceptance.stack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The outside world of a stack on a developer's machine, and the switches to disturb it. */
public final class Sandbox {
  private final URI stack;
  private final Set<String> partiesDown = ConcurrentHashMap.newKeySet();
  private final List<Broken> broken = new CopyOnWriteArrayList<>();

  Sandbox(URI stack) {
    this.stack = stack;
  }

  /** Where it is. */
  public URI base() {
    return stack;
  }

  // ---- Time ----

  /** Business time, at +07:00. */
  public OffsetDateTime now() {
    return OffsetDateTime.parse(get("/sandbox/clock").getString("now"));
  }

  /**
   * Moves business time; when this returns, what came due has been handed over. Where time cannot
   * be moved it is waited for.
   */
  public void letPass(Duration time) {
    if (!Ability.MOVABLE_CLOCK.isHere()) {
      Awaitility.await().pollDelay(time).timeout(time.plusSeconds(5)).until(() -> true);
      return;
    }
    post("/sandbox/clock", Map.of("advance", time.toString()), 200);
  }

  // ---- Identity ----

  public Token.Bearer token(String subject, String role) {
    return token(Map.of("subject", subject, "roles", List.of(role)));
  }

  public Token.Bearer token(String subject, String role, String office) {
    return token(Map.of("subject", subject, "roles", List.of(role), "office", office));
  }

  /** A token of the issuer with everything chosen, as the sandbox's token route takes it. */
  public Token.Bearer token(Map<String, ?> request) {
    Response answer = post("/sandbox/identity/token", request, 200);
    return new Token.Bearer(answer.jsonPath().getString("access_token"));
  }

  // ---- Aggregators and Dukcapil ----

  /**
   * Makes a payment at an aggregator, which tells the API of it: {@code deliveries}, each with the
   * {@code status} and the {@code body} that the API answered.
   */
  public JsonPath pay(String aggregator, Map<String, ?> payment) {
    return post("/sandbox/aggregators/" + aggregator + "/payments", payment, 200).jsonPath();
  }

  /** An aggregator tells now whatever it has to tell, in an order that the seed decides. */
  public void tellsShuffled(String aggregator, int seed) {
    post(
        "/sandbox/aggregators/" + aggregator + "/outbox",
        Map.of("order", "shuffled", "seed", seed),
        200);
  }

  /** Somebody tries to pay what cannot be paid any more. */
  public void refusesPayment(String aggregator, String reference) {
    post("/sandbox/aggregators/" + aggregator + "/payments", Map.of("billingCode", reference), 409);
  }

  public void isDown(String aggregator) {
    turn("aggregators/" + aggregator, true);
  }

  public void isUp(String aggregator) {
    turn("aggregators/" + aggregator, false);
  }

  public void dukcapilIsDown() {
    turn("dukcapil", true);
  }

  public void dukcapilIsUp() {
    turn("dukcapil", false);
  }

  private void turn(String party, boolean down) {
    if (down) {
      partiesDown.add(party);
    } else {
      partiesDown.remove(party);
    }
    post("/sandbox/" + party + "/outage", Map.of("down", down));
  }

  public JsonPath secretsOf(String aggregator) {
    return get("/sandbox/aggregators/" + aggregator);
  }

  // ---- Faults between a function and a service ----

  /** What goes wrong with a call. */
  public enum Fault {
    /** The call never arrives. */
    DROP_REQUEST,
    /** The call is carried out and its answer is lost. */
    DROP_ANSWER,
    THROTTLE,
    CONFLICT,
    ERROR,
    /** The service says that what is called is not there. */
    MISSING
  }

  /** A step that is broken. */
  public final class Broken {
    private final Step step;
    private final int place;

    private Broken(Step step, int place) {
      this.step = step;
      this.place = place;
    }

    /** How many calls went wrong so far. */
    public int hits() {
      return get("/sandbox/faults").getInt("faults[" + place + "].hits");
    }

    private void hasHit() {
      assertThat(hits()).as("calls that went wrong, of " + step).isPositive();
    }
  }

  /** Every such call goes wrong until {@link #repair}. */
  public Broken breaks(Step step, Fault kind) {
    return breaks(step, kind, null);
  }

  /** The next such calls go wrong. */
  public Broken breaks(Step step, Fault kind, @Nullable Integer times) {
    Map<String, @Nullable Object> fault = new LinkedHashMap<>();
    fault.put("service", step.service());
    fault.put("operation", step.operation());
    fault.put("caller", step.caller());
    fault.put("contains", step.says());
    fault.put("kind", kind.name());
    fault.put("times", times);
    post("/sandbox/faults", fault, 200);
    Broken result = new Broken(step, broken.size());
    broken.add(result);
    return result;
  }

  /** The whole service fails, whoever calls, until {@link #repair}. */
  public Broken breaks(String service) {
    return breaks(Step.anyOf(service), Fault.ERROR);
  }

  /**
   * Everything works again. Fails if something was broken that nobody called: such a test would
   * pass whatever the system does about it.
   */
  public void repair() {
    Set.copyOf(partiesDown).forEach(party -> turn(party, false));
    if (broken.isEmpty()) {
      return;
    }
    List<Broken> until = List.copyOf(broken);
    broken.clear();
    try {
      until.forEach(Broken::hasHit);
    } finally {
      given().baseUri(stack.toString()).delete("/sandbox/faults").then().statusCode(204);
    }
  }

  /** What the functions' policies allow, and what of it was used. */
  public JsonPath permissions() {
    return get("/sandbox/permissions");
  }

  /** The template's alarms, each with its state. */
  public JsonPath alarms() {
    return get("/sandbox/alarms");
  }

  // ---- Queues and schedules ----

  /** Throws away every message of a queue, the delayed ones too. */
  public void purge(String queue) {
    post("/sandbox/queues/" + queue + "/purge", Map.of(), 204);
  }

  public void send(String queue, Object body, int copies) {
    post("/sandbox/queues/" + queue + "/messages", Map.of("body", body, "copies", copies), 202);
  }

  /** Runs a scheduled function now; returns when it has. */
  public void runNow(String function) {
    post("/sandbox/schedules/" + function, Map.of(), 202);
  }

  private JsonPath get(String path) {
    Response answer = given().baseUri(stack.toString()).get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private Response post(String path, Object body, int expected) {
    Response answer = post(path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(expected);
    return answer;
  }

  private Response post(String path, Object body) {
    return given()
        .baseUri(stack.toString())
        .contentType(ContentType.JSON)
        .body(Json.text(body))
        .post(path);
  }
}

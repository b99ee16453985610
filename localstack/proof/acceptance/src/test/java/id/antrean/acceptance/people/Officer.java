package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody at an office's desk. */
public final class Officer {
  private static final String DAY = "/offices/{officeId}/days/{date}";
  private static final String APPOINTMENT = "/offices/{officeId}/appointments/{applicationId}";
  private static final String WALK_INS = "/offices/{officeId}/walk-ins";
  private static final String CALLS = "/offices/{officeId}/calls";
  private static final String CLOSURES = "/offices/{officeId}/closures";
  private static final String PATTERN = "/offices/{officeId}/pattern";
  private static final String SERVICES = "/offices/{officeId}/services";
  private static final String HISTORY = "/offices/{officeId}/history";

  private final Api api;
  private final Token token;
  private final String office;
  private final Map<String, String> headers;

  public Officer(Api api, Token token, String office) {
    this(api, token, office, Map.of());
  }

  private Officer(Api api, Token token, String office, Map<String, String> headers) {
    this.api = api;
    this.token = token;
    this.office = office;
    this.headers = headers;
  }

  public Token token() {
    return token;
  }

  /** The same person at another office's desk. */
  public Officer at(String otherOffice) {
    return new Officer(api, token, otherOffice, headers);
  }

  /** The same person, whose requests carry this header. */
  public Officer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Officer(api, token, office, more);
  }

  public JsonPath sets(OpenSession... sessions) {
    return triesToSet(sessions[0].date(), sessions).accepted();
  }

  public Answer triesToSet(LocalDate date, OpenSession... sessions) {
    return triesToSet(date, Map.of("sessions", json(sessions)));
  }

  /** Sets a session's day to have it alone, taking that long. */
  public JsonPath sets(OpenSession session, int minutes) {
    Map<String, Object> other = new HashMap<>(session.json());
    other.put("minutes", minutes);
    return triesToSet(session.date(), Map.of("sessions", List.of(other))).accepted();
  }

  /** By RFC 3339, with seconds that are none too. */
  public static String written(OffsetDateTime moment) {
    return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /** Sets a day whose seats can be held only from a later moment. */
  public JsonPath sets(OffsetDateTime opensAt, OpenSession... sessions) {
    return triesToSet(
            sessions[0].date(), Map.of("opensAt", written(opensAt), "sessions", json(sessions)))
        .accepted();
  }

  /** Sets a day if it still is what was seen: the ETag of that answer. */
  public Answer triesToSetIf(String etag, OpenSession... sessions) {
    return new Answer(
        request()
            .pathParam("date", sessions[0].date().toString())
            .header("If-Match", etag)
            .contentType("application/json")
            .body(Json.text(Map.of("sessions", json(sessions))))
            .put(DAY));
  }

  /** Tries to set a day whose seats can be held only from a later moment. */
  public Answer triesToSet(String opensAt, OpenSession... sessions) {
    return new Answer(
        wrongRequest()
            .pathParam("date", sessions[0].date().toString())
            .contentType("application/json")
            .body(Json.text(Map.of("opensAt", opensAt, "sessions", json(sessions))))
            .put(DAY));
  }

  public Answer setsWrongly(String date, Object setting) {
    return new Answer(
        wrongRequest()
            .pathParam("date", date)
            .contentType("application/json")
            .body(Json.text(setting))
            .put(DAY));
  }

  public Answer triesToSeeDay(LocalDate date) {
    return new Answer(request().pathParam("date", date.toString()).get(DAY));
  }

  /** The session as the desk sees it: {@code quota}, {@code held}, {@code paid}, {@code state}. */
  public Map<String, Object> sees(OpenSession session) {
    return triesToSeeDay(session.date())
        .accepted()
        .getMap("sessions.find { it.id == '" + session.id() + "' }");
  }

  /** How many seats are taken, paid or not. */
  public int taken(OpenSession session) {
    Map<String, Object> seen = sees(session);
    return number(seen, "held") + number(seen, "paid");
  }

  public Answer triesToSeeAppointments(LocalDate date) {
    return new Answer(
        request().queryParam("date", date.toString()).get("/offices/{officeId}/appointments"));
  }

  public List<Map<String, Object>> appointments(LocalDate date) {
    return triesToSeeAppointments(date).accepted().getList("items");
  }

  /** Lets somebody with a paid booking choose again. */
  public Answer triesToReopen(PassportApplication application, String reason) {
    return triesToReopen(application, reason, Map.of());
  }

  /** The same if the application still has this version. */
  public Answer triesToReopenIfStill(int version, PassportApplication application, String reason) {
    return triesToReopen(application, reason, Map.of("If-Match", "\"" + version + "\""));
  }

  private Answer triesToReopen(
      PassportApplication application, String reason, Map<String, String> more) {
    return new Answer(
        request()
            .pathParam("applicationId", application.id())
            .headers(more)
            .contentType("application/json")
            .body(Json.text(Map.of("reason", reason)))
            .post(APPOINTMENT + "/reopening"));
  }

  /** What happened at the office from one day to another. */
  public Answer triesToSeeStatistics(LocalDate from, LocalDate to) {
    return new Answer(
        request()
            .queryParam("from", from.toString())
            .queryParam("to", to.toString())
            .get("/offices/{officeId}/statistics"));
  }

  /** Asks for them with a query that is wrong on purpose. */
  public Answer triesToSeeStatisticsWrongly(Map<String, ?> query) {
    return new Answer(wrongRequest().queryParams(query).get("/offices/{officeId}/statistics"));
  }

  /** Sets a day whose seats open in parts: from each moment on so many more of each session. */
  public JsonPath setsInParts(List<Map<String, Object>> releases, OpenSession... sessions) {
    return triesToSet(sessions[0].date(), Map.of("releases", releases, "sessions", json(sessions)))
        .accepted();
  }

  // ---- Closing ----

  public Answer triesToClose(Map<String, ?> closure) {
    return new Answer(
        request().contentType("application/json").body(Json.text(closure)).post(CLOSURES));
  }

  /** Closes the whole day of a session; the closure, as it is told. */
  public JsonPath closesTheDayOf(OpenSession session, String reason) {
    return triesToClose(day(session, reason)).accepted();
  }

  /** A closure of the whole day of a session. */
  public static Map<String, Object> day(OpenSession session, String reason) {
    String date = session.date().toString();
    return Map.of("from", date, "to", date, "reason", reason);
  }

  public Answer closesWrongly(Object closure) {
    return new Answer(
        wrongRequest().contentType("application/json").body(Json.text(closure)).post(CLOSURES));
  }

  public Answer triesToSeeClosure(String id) {
    return new Answer(request().pathParam("closureId", id).get(CLOSURES + "/{closureId}"));
  }

  public Answer triesToTakeBack(String id) {
    return new Answer(request().pathParam("closureId", id).delete(CLOSURES + "/{closureId}"));
  }

  /** How far a closure is. */
  public String stateOf(String closure) {
    return triesToSeeClosure(closure).accepted().getString("state");
  }

  // ---- The week ----

  public Answer triesToSeePattern() {
    return new Answer(request().get(PATTERN));
  }

  public Answer triesToSetPattern(Map<String, ?> pattern) {
    return new Answer(
        request().contentType("application/json").body(Json.text(pattern)).put(PATTERN));
  }

  public Answer setsPatternWrongly(Object pattern) {
    return new Answer(
        wrongRequest().contentType("application/json").body(Json.text(pattern)).put(PATTERN));
  }

  /** Sets what the office offers. */
  public Answer triesToOffer(List<?> services) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(Map.of("services", services)))
            .put(SERVICES));
  }

  public Answer offersWrongly(Object services) {
    return new Answer(
        wrongRequest().contentType("application/json").body(Json.text(services)).put(SERVICES));
  }

  /** A page of who changed what of the office. */
  public Answer triesToSeeHistory(LocalDate from, LocalDate to, Map<String, ?> more) {
    return new Answer(
        request()
            .queryParam("from", from.toString())
            .queryParam("to", to.toString())
            .queryParams(more)
            .get(HISTORY));
  }

  public Answer triesToSeeHistoryWrongly(Map<String, ?> query) {
    return new Answer(wrongRequest().queryParams(query).get(HISTORY));
  }

  // ---- The counter ----

  /** Lets somebody in by what they show: the code of their ticket, or the text of its QR. */
  public Answer triesToCheckIn(String shown) {
    return triesToCheckIn(Map.of("code", shown));
  }

  /** Lets somebody in who has no ticket at hand, out of the day's list. */
  public Answer triesToCheckIn(PassportApplication listed) {
    return triesToCheckIn(Map.of("applicationId", listed.id()));
  }

  private Answer triesToCheckIn(Map<String, String> who) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(who))
            .post("/offices/{officeId}/check-ins"));
  }

  /** The number by which they are called. */
  public int checksIn(PassportApplication application) {
    return triesToCheckIn(application).accepted().getInt("number");
  }

  public Answer checksInWrongly(Object body) {
    return new Answer(
        wrongRequest()
            .contentType("application/json")
            .body(Json.text(body))
            .post("/offices/{officeId}/check-ins"));
  }

  /** Calls whoever is next to that desk. */
  public Answer triesToCall(String desk) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(Map.of("desk", desk)))
            .post(CALLS));
  }

  /** The number that is called. */
  public int calls(String desk) {
    return triesToCall(desk).accepted().getInt("number");
  }

  public Answer callsWrongly(Object body) {
    return new Answer(
        wrongRequest().contentType("application/json").body(Json.text(body)).post(CALLS));
  }

  public Answer triesToCallAgain(int number) {
    return triesWith(number, "again");
  }

  public Answer triesToSkip(int number) {
    return triesWith(number, "skip");
  }

  public Answer triesToPutBack(int number) {
    return triesWith(number, "back");
  }

  private Answer triesWith(int number, String step) {
    return new Answer(
        request()
            .pathParams("number", String.valueOf(number), "step", step)
            .post(CALLS + "/{number}/{step}"));
  }

  /** Puts down how a visit went. */
  public Answer triesToEnd(PassportApplication application, String outcome) {
    return triesToEnd(application, Map.of("outcome", outcome));
  }

  public Answer triesToEnd(PassportApplication application, String outcome, String reason) {
    return triesToEnd(application, Map.of("outcome", outcome, "reason", reason));
  }

  private Answer triesToEnd(PassportApplication application, Map<String, String> end) {
    return new Answer(
        request()
            .pathParam("applicationId", application.id())
            .contentType("application/json")
            .body(Json.text(end))
            .post(APPOINTMENT + "/outcome"));
  }

  public Answer endsWrongly(PassportApplication application, Object end) {
    return new Answer(
        wrongRequest()
            .pathParam("applicationId", application.id())
            .contentType("application/json")
            .body(Json.text(end))
            .post(APPOINTMENT + "/outcome"));
  }

  /** Reads a whole application, with its papers. */
  public Answer triesToRead(PassportApplication application) {
    return new Answer(request().pathParam("applicationId", application.id()).get(APPOINTMENT));
  }

  /** Says of its papers what is to be said before the visit. */
  public Answer triesToReview(PassportApplication application, Map<String, ?> review) {
    return new Answer(
        request()
            .pathParam("applicationId", application.id())
            .contentType("application/json")
            .body(Json.text(review))
            .post(APPOINTMENT + "/review"));
  }

  public Answer reviewsWrongly(PassportApplication application, Object review) {
    return new Answer(
        wrongRequest()
            .pathParam("applicationId", application.id())
            .contentType("application/json")
            .body(Json.text(review))
            .post(APPOINTMENT + "/review"));
  }

  // ---- People without a phone ----

  /** Registers and books for somebody at the desk, whose originals all lie on it. */
  public Answer triesToRegister(Person person, OpenSession session) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(walkIn(person, session)))
            .post(WALK_INS));
  }

  /** As it is sent: of somebody who has no phone. */
  public static Map<String, Object> walkIn(Person person, OpenSession session) {
    Map<String, Object> body = new HashMap<>(Registration.of(person).json());
    Map<String, Object> applicant = new HashMap<>(person.json());
    applicant.remove("phone");
    body.put("applicant", applicant);
    body.put("sessionId", session.id());
    body.put("papersSeen", List.of("ID_CARD", "FAMILY_CARD", "DIPLOMA"));
    return body;
  }

  /** Whom the desk registers: who has not got a seat is found where the answer says. */
  public PassportApplication registers(Person person, OpenSession session) {
    return registered(triesToRegister(person, session));
  }

  public PassportApplication registered(Answer answer) {
    return new PassportApplication(
        api, token, answer.header("Location").replaceFirst(".*/", ""), Map.of());
  }

  public Answer registersWrongly(Object body) {
    return new Answer(
        wrongRequest().contentType("application/json").body(Json.text(body)).post(WALK_INS));
  }

  public Answer triesToBook(PassportApplication walkIn, OpenSession session) {
    return new Answer(
        request()
            .pathParam("applicationId", walkIn.id())
            .contentType("application/json")
            .body(Json.text(Map.of("sessionId", session.id())))
            .put(WALK_INS + "/{applicationId}/booking"));
  }

  public Answer triesToCancel(PassportApplication walkIn) {
    return new Answer(
        request().pathParam("applicationId", walkIn.id()).delete(WALK_INS + "/{applicationId}"));
  }

  /** A page of whom the desk has registered. */
  public Answer triesToSeeWalkIns(Map<String, ?> query) {
    return new Answer(request().queryParams(query).get(WALK_INS));
  }

  /** The ticket, to be printed for somebody. */
  public Answer triesToPrint(PassportApplication application) {
    return new Answer(
        request().pathParam("applicationId", application.id()).get(APPOINTMENT + "/ticket"));
  }

  private RequestSpecification request() {
    return api.as(token).headers(headers).pathParam("officeId", office);
  }

  private RequestSpecification wrongRequest() {
    return api.wronglyAs(token).headers(headers).pathParam("officeId", office);
  }

  private Answer triesToSet(LocalDate date, Map<String, Object> setting) {
    return new Answer(
        request()
            .pathParam("date", date.toString())
            .contentType("application/json")
            .body(Json.text(setting))
            .put(DAY));
  }

  private static List<Map<String, Object>> json(OpenSession... sessions) {
    return Arrays.stream(sessions).map(OpenSession::json).toList();
  }

  private static int number(Map<String, Object> session, String field) {
    return ((Number) session.getOrDefault(field, 0)).intValue();
  }
}

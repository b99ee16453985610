package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody at an office's desk. */
public final class Officer {
  private static final String DAY = "/offices/{officeId}/days/{date}";

  private final Api api;
  private final Token token;
  private final String office;

  public Officer(Api api, Token token, String office) {
    this.api = api;
    this.token = token;
    this.office = office;
  }

  public Token token() {
    return token;
  }

  /** The same person at another office's desk. */
  public Officer at(String otherOffice) {
    return new Officer(api, token, otherOffice);
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

  /** Sets a day whose seats can be held only from a later moment. */
  public JsonPath sets(OffsetDateTime opensAt, OpenSession... sessions) {
    return triesToSet(
            sessions[0].date(), Map.of("opensAt", opensAt.toString(), "sessions", json(sessions)))
        .accepted();
  }

  /** Sets a day if it still is what was seen: the ETag of that answer. */
  public Answer triesToSetIf(String etag, OpenSession... sessions) {
    return new Answer(
        api.as(token)
            .pathParams("officeId", office, "date", sessions[0].date().toString())
            .header("If-Match", etag)
            .contentType("application/json")
            .body(Json.text(Map.of("sessions", json(sessions))))
            .put(DAY));
  }

  /** Tries to set a day whose seats can be held only from a later moment. */
  public Answer triesToSet(String opensAt, OpenSession... sessions) {
    return new Answer(
        api.wronglyAs(token)
            .pathParams("officeId", office, "date", sessions[0].date().toString())
            .contentType("application/json")
            .body(Json.text(Map.of("opensAt", opensAt, "sessions", json(sessions))))
            .put(DAY));
  }

  public Answer setsWrongly(String date, Object setting) {
    return new Answer(
        api.wronglyAs(token)
            .pathParams("officeId", office, "date", date)
            .contentType("application/json")
            .body(Json.text(setting))
            .put(DAY));
  }

  public Answer triesToSeeDay(LocalDate date) {
    return new Answer(
        api.as(token).pathParams("officeId", office, "date", date.toString()).get(DAY));
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
        api.as(token)
            .pathParam("officeId", office)
            .queryParam("date", date.toString())
            .get("/offices/{officeId}/appointments"));
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
      PassportApplication application, String reason, Map<String, String> headers) {
    return new Answer(
        api.as(token)
            .pathParams("officeId", office, "applicationId", application.id())
            .headers(headers)
            .contentType("application/json")
            .body(Json.text(Map.of("reason", reason)))
            .post("/offices/{officeId}/appointments/{applicationId}/reopening"));
  }

  /** What happened at the office from one day to another. */
  public Answer triesToSeeStatistics(LocalDate from, LocalDate to) {
    return new Answer(
        api.as(token)
            .pathParam("officeId", office)
            .queryParam("from", from.toString())
            .queryParam("to", to.toString())
            .get("/offices/{officeId}/statistics"));
  }

  /** Asks for them with a query that is wrong on purpose. */
  public Answer triesToSeeStatisticsWrongly(Map<String, ?> query) {
    return new Answer(
        api.wronglyAs(token)
            .pathParam("officeId", office)
            .queryParams(query)
            .get("/offices/{officeId}/statistics"));
  }

  private Answer triesToSet(LocalDate date, Map<String, Object> setting) {
    return new Answer(
        api.as(token)
            .pathParams("officeId", office, "date", date.toString())
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

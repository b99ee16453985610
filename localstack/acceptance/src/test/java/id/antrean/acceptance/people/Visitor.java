package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Token;
import java.util.Map;

/** Anybody, without an account. */
public final class Visitor {
  private final Api api;

  public Visitor(Api api) {
    this.api = api;
  }

  public Answer looksAtOffices(Map<String, ?> query) {
    return new Answer(api.as(Token.NONE).queryParams(query).get("/offices"));
  }

  public Answer looksAtOffice(String office) {
    return new Answer(api.as(Token.NONE).get("/offices/{officeId}", office));
  }

  public Answer looksAtMonth(String office, Map<String, ?> query) {
    return new Answer(
        api.as(Token.NONE).queryParams(query).get("/offices/{officeId}/availability", office));
  }

  /** The same with a query that is wrong on purpose. */
  public Answer looksWronglyAtMonth(String office, Map<String, ?> query) {
    return new Answer(
        api.wronglyAs(Token.NONE)
            .queryParams(query)
            .get("/offices/{officeId}/availability", office));
  }

  /** The session as everybody sees it: {@code quota}, {@code free}, {@code state}. */
  public Map<String, Object> sees(OpenSession session) {
    return looksAtMonth(session.office(), Map.of("month", session.month()))
        .accepted()
        .getMap("days.sessions.flatten().find { it.id == '" + session.id() + "' }");
  }
}

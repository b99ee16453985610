package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Token;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Anybody, without an account. */
public final class Visitor {
  private final Api api;
  private final Map<String, String> headers;

  public Visitor(Api api) {
    this(api, Map.of());
  }

  private Visitor(Api api, Map<String, String> headers) {
    this.api = api;
    this.headers = headers;
  }

  /** Anybody whose requests carry this header. */
  public Visitor with(String header, String value) {
    return new Visitor(api, Map.of(header, value));
  }

  public Answer looksAtOffices(Map<String, ?> query) {
    return new Answer(request().queryParams(query).get("/offices"));
  }

  public Answer looksAtOffice(String office) {
    return new Answer(request().get("/offices/{officeId}", office));
  }

  public Answer looksAtMonth(String office, Map<String, ?> query) {
    return new Answer(request().queryParams(query).get("/offices/{officeId}/availability", office));
  }

  /** The same with a query that is wrong on purpose. */
  public Answer looksWronglyAtMonth(String office, Map<String, ?> query) {
    return new Answer(
        api.wronglyAs(Token.NONE)
            .queryParams(query)
            .get("/offices/{officeId}/availability", office));
  }

  /** The numbers that are called, as they hang in an office's hall. */
  public Answer looksAtDisplay(String office) {
    return new Answer(request().get("/offices/{officeId}/display", office));
  }

  /** The keys by which tickets can be checked. */
  public Answer looksAtTicketKeys() {
    return new Answer(request().get("/tickets/keys"));
  }

  private RequestSpecification request() {
    return api.as(Token.NONE).headers(headers);
  }

  /** The session as everybody sees it: {@code quota}, {@code free}, {@code state}. */
  public Map<String, Object> sees(OpenSession session) {
    return looksAtMonth(session.office(), Map.of("month", session.month()))
        .accepted()
        .getMap("days.sessions.flatten().find { it.id == '" + session.id() + "' }");
  }
}

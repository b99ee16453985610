package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;

/** An account, with which a person applies for themselves and their family. */
public final class Applicant {
  private final Api api;
  private final Token token;
  private final Map<String, String> headers;

  public Applicant(Api api, Token token) {
    this(api, token, Map.of());
  }

  private Applicant(Api api, Token token, Map<String, String> headers) {
    this.api = api;
    this.token = token;
    this.headers = headers;
  }

  /** The same account, whose requests carry this header. */
  public Applicant with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Applicant(api, token, more);
  }

  public Token token() {
    return token;
  }

  public PassportApplication registers(Registration registration) {
    return application(triesToRegister(registration).accepted().getString("id"));
  }

  public PassportApplication registers(Person person) {
    return registers(Registration.of(person));
  }

  /** Registers somebody new with every paper uploaded and verified. */
  public PassportApplication isReady() {
    return registers(Person.adult()).becomesReady();
  }

  public Answer triesToRegister(Registration registration) {
    return new Answer(
        api.as(token)
            .headers(headers)
            .contentType("application/json")
            .body(Json.text(registration.json()))
            .post("/applications"));
  }

  /** Registers with a body that is wrong on purpose. */
  public Answer registersWrongly(Object body) {
    return new Answer(
        api.wronglyAs(token)
            .headers(headers)
            .contentType("application/json")
            .body(body instanceof String text ? text : Json.text(body))
            .post("/applications"));
  }

  /** A page of the account's applications. */
  public JsonPath applications(Map<String, ?> query) {
    return new Answer(api.as(token).queryParams(query).get("/applications")).accepted();
  }

  /** An application, whoever made it. */
  public PassportApplication application(String id) {
    return new PassportApplication(api, token, id, headers);
  }
}

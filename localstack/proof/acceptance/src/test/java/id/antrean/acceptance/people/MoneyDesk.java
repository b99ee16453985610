package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A supervisor, or an auditor, who looks at money that settled nothing. */
public final class MoneyDesk {
  private final Api api;
  private final Token token;
  private final String list;

  /**
   * @param list where their list is
   */
  public MoneyDesk(Api api, Token token, String list) {
    this.api = api;
    this.token = token;
    this.list = list;
  }

  /** The billing codes on their list. */
  public List<String> all() {
    return codes(list);
  }

  /** The billing codes on the list of everywhere. */
  public List<String> everywhere() {
    return codes("/payments/exceptions");
  }

  private List<String> codes(String path) {
    List<String> found = new ArrayList<>();
    pages(path).forEach(page -> found.addAll(page.getList("items.billingCode", String.class)));
    return found;
  }

  private List<JsonPath> pages(String path) {
    List<JsonPath> pages = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, Object> query = new HashMap<>();
      if (cursor != null) {
        query.put("cursor", cursor);
      }
      JsonPath page = new Answer(api.as(token).queryParams(query).get(path)).accepted();
      pages.add(page);
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return pages;
  }

  /** The one about that bill. */
  public JsonPath exceptionOf(String billingCode) {
    return pages(list).stream()
        .filter(page -> page.getList("items.billingCode").contains(billingCode))
        .findFirst()
        .map(page -> page.setRootPath("items.find { it.billingCode == '" + billingCode + "' }"))
        .orElseThrow(() -> new AssertionError("nothing about " + billingCode));
  }

  /** Every line of a day. */
  public List<Map<String, Object>> books(LocalDate day) {
    List<Map<String, Object>> lines = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, Object> query = new HashMap<>();
      query.put("date", day.toString());
      if (cursor != null) {
        query.put("cursor", cursor);
      }
      JsonPath page =
          new Answer(api.as(token).queryParams(query).get("/payments/books")).accepted();
      lines.addAll(page.<Map<String, Object>>getList("items"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return lines;
  }

  public Answer triesToSeeBooks(LocalDate day) {
    return new Answer(api.as(token).queryParam("date", day.toString()).get("/payments/books"));
  }

  public JsonPath report() {
    return new Answer(api.as(token).get("/payments/report")).accepted();
  }

  /** One of them, however far it is. */
  public Answer triesToSee(String id) {
    return new Answer(api.as(token).get("/payments/exceptions/{id}", id));
  }

  public Answer triesToDecide(String id, Map<String, ?> wish) {
    return new Answer(
        api.as(token)
            .contentType("application/json")
            .body(Json.text(wish))
            .post("/payments/exceptions/{id}/resolution", id));
  }

  /** With something that the contract does not know. */
  public Answer decidesWrongly(String id, Map<String, ?> wish) {
    return new Answer(
        api.wronglyAs(token)
            .contentType("application/json")
            .body(Json.text(wish))
            .post("/payments/exceptions/{id}/resolution", id));
  }
}

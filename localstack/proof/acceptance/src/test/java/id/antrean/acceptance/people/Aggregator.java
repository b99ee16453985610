package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Sandbox;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A payment aggregator, through which people pay, and whose webhooks tell of it. */
public final class Aggregator {
  private final Api api;
  private final Sandbox sandbox;
  private final String name;

  public Aggregator(Api api, Sandbox sandbox, String name) {
    this.api = api;
    this.sandbox = sandbox;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Somebody pays what the bill says; what the API answered to the webhook. */
  public List<Integer> takesPayment(String billingCode) {
    return takesPayment(billingCode, Map.of());
  }

  /** Somebody pays; the terms are those of the sandbox's route. */
  public List<Integer> takesPayment(String billingCode, Map<String, ?> terms) {
    return pay(billingCode, terms).getList("deliveries.status", Integer.class);
  }

  /** The same; what the API said to have made of it, each time it was told. */
  public List<Map<String, Object>> isToldOfPayment(String billingCode, Map<String, ?> terms) {
    return pay(billingCode, terms).getList("deliveries.body");
  }

  private JsonPath pay(String billingCode, Map<String, ?> terms) {
    Map<String, Object> payment = new HashMap<>(terms);
    payment.put("billingCode", billingCode);
    return sandbox.pay(name, payment);
  }

  /** A notification in whatever form, signed or not, by whoever sends it. */
  public Answer notifies(Map<String, String> headers, String body) {
    return new Answer(
        api.as(Token.NONE)
            .headers(headers)
            .contentType("application/json")
            .body(body)
            .post("/payments/notifications/{aggregator}", name));
  }

  /** The same with a body that is not even JSON. */
  public Answer notifiesWrongly(Map<String, String> headers, String body) {
    return new Answer(
        api.wronglyAs(Token.NONE)
            .headers(headers)
            .contentType("application/json")
            .body(body)
            .post("/payments/notifications/{aggregator}", name));
  }
}

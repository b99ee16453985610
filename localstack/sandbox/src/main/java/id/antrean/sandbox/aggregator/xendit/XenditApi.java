package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.antrean.sandbox.aggregator.AskedApi;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;

/** Xendit's API under {@code /sandbox/aggregators/xendit/api}; it knows what was really paid. */
final class XenditApi {
  private static final String ROOT = "/sandbox/aggregators/xendit";
  private final XenditLedger ledger;
  private final OutageSwitch outage;
  private final AskedApi api;
  private final InstantSource businessTime;

  XenditApi(
      SharedSecret secret, XenditLedger ledger, OutageSwitch outage, InstantSource businessTime) {
    this.api =
        new AskedApi(
            secret,
            "apiKey",
            outage,
            () -> refusal("SERVER_ERROR", "Please try again later"),
            () -> refusal("INVALID_API_KEY", "API key is not valid"));
    this.ledger = ledger;
    this.outage = outage;
    this.businessTime = businessTime;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/<path>", context -> api.asked(context, this::answer));
    routes.post(ROOT + "/api/v3/payment_requests", context -> api.asked(context, this::request));
    routes.post(
        ROOT + "/api/v3/payment_requests/{id}/cancel", context -> api.asked(context, this::cancel));
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void answer(Context context) {
    JsonNode found = ledger.find("/" + context.pathParam("path")).orElse(null);
    if (found == null) {
      Json.answer(context.status(404), refusal("DATA_NOT_FOUND", "There is no such payment"));
    } else {
      Json.answer(context, XenditRequests.expiredBy(businessTime.instant(), found));
    }
  }

  /** The same key has the same request for an answer, whatever became of it. */
  private void request(Context context) {
    JsonNode asked = Json.parse(context.body()).orElseGet(MissingNode::getInstance);
    String key = "/keys/" + context.header("Idempotency-key");
    JsonNode request =
        ledger
            .find(key)
            .flatMap(known -> ledger.find(XenditRequests.path(known.asText())))
            .orElseGet(() -> XenditRequests.of(asked, businessTime.instant()));
    String id = request.path("payment_request_id").asText();
    if (ledger.find(key).isEmpty()) {
      ledger.write(key, "", id, TextNode.valueOf(id));
      ledger.write(XenditRequests.path(id), request.path("reference_id").asText(), id, request);
    }
    Json.answer(context.status(201), request);
  }

  private void cancel(Context context) {
    String path = XenditRequests.path(context.pathParam("id"));
    JsonNode found =
        ledger
            .find(path)
            .map(it -> XenditRequests.expiredBy(businessTime.instant(), it))
            .orElse(null);
    if (found == null) {
      Json.answer(context.status(404), refusal("DATA_NOT_FOUND", "There is no such request"));
    } else if (XenditRequests.isOpen(found)) {
      ObjectNode cancelled = ((ObjectNode) found.deepCopy()).put("status", "CANCELED");
      ledger.write(path, found.path("reference_id").asText(), context.pathParam("id"), cancelled);
      Json.answer(context, cancelled);
    } else {
      Json.answer(
          context.status(400), refusal("INACTIVE_PAYMENT_REQUEST", "It is over or paid already"));
    }
  }

  private static ObjectNode refusal(String code, String message) {
    return Json.object().put("error_code", code).put("message", message);
  }
}

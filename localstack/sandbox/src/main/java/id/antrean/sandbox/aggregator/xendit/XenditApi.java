package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Xendit's API under {@code /sandbox/aggregators/xendit/api}; it knows what was really paid. */
final class XenditApi {
  private static final String ROOT = "/sandbox/aggregators/xendit";
  private final SharedSecret secret;
  private final XenditLedger ledger;
  private final OutageSwitch outage = new OutageSwitch();
  private final InstantSource businessTime;

  XenditApi(SharedSecret secret, XenditLedger ledger, InstantSource businessTime) {
    this.secret = secret;
    this.ledger = ledger;
    this.businessTime = businessTime;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/<path>", context -> asked(context, this::answer));
    routes.post(ROOT + "/api/v3/payment_requests", context -> asked(context, this::request));
    routes.post(
        ROOT + "/api/v3/payment_requests/{id}/cancel", context -> asked(context, this::cancel));
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void asked(Context context, Handler handler) throws Exception {
    if (outage.isDown()) {
      Json.answer(context.status(503), refusal("SERVER_ERROR", "Please try again later"));
    } else if (!knowsKey(context.basicAuthCredentials())) {
      Json.answer(context.status(401), refusal("INVALID_API_KEY", "API key is not valid"));
    } else {
      handler.handle(context);
    }
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

  private boolean knowsKey(@Nullable BasicAuthCredentials credentials) {
    return credentials != null
        && MessageDigest.isEqual(
            credentials.getUsername().getBytes(StandardCharsets.UTF_8),
            secret.member("apiKey").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode refusal(String code, String message) {
    return Json.object().put("error_code", code).put("message", message);
  }
}

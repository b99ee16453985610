package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Xendit's API under {@code /sandbox/aggregators/xendit/api}; it knows what was really paid. */
final class XenditApi {
  private static final String ROOT = "/sandbox/aggregators/xendit";
  private final SharedSecret secret;
  private final XenditLedger ledger;
  private final OutageSwitch outage = new OutageSwitch();

  XenditApi(SharedSecret secret, XenditLedger ledger) {
    this.secret = secret;
    this.ledger = ledger;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/<path>", this::answer);
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void answer(Context context) {
    if (outage.isDown()) {
      Json.answer(context.status(503), refusal("SERVER_ERROR", "Please try again later"));
    } else if (!knowsKey(context.basicAuthCredentials())) {
      Json.answer(context.status(401), refusal("INVALID_API_KEY", "API key is not valid"));
    } else {
      JsonNode found = ledger.find("/" + context.pathParam("path")).orElse(null);
      if (found == null) {
        Json.answer(context.status(404), refusal("DATA_NOT_FOUND", "There is no such payment"));
      } else {
        Json.answer(context, found);
      }
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

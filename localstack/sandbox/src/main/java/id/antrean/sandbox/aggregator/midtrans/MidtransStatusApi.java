package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Midtrans's {@code GET /v2/{id}/status}, under {@code /sandbox/aggregators/midtrans/api}. As the
 * real one it says "unknown" inside a 200, and knows only what was really paid.
 */
final class MidtransStatusApi {
  private static final String ROOT = "/sandbox/aggregators/midtrans";

  private final SharedSecret secret;
  private final MidtransLedger ledger;
  private final OutageSwitch outage = new OutageSwitch();

  MidtransStatusApi(SharedSecret secret, MidtransLedger ledger) {
    this.secret = secret;
    this.ledger = ledger;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/v2/{id}/status", this::status);
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void status(Context context) {
    if (outage.isDown()) {
      Json.answer(context.status(503), refusal("503", "Service is temporarily unavailable"));
    } else if (!knowsServerKey(context.basicAuthCredentials())) {
      Json.answer(context.status(401), refusal("401", "Unknown Merchant server_key/id"));
    } else {
      Json.answer(
          context,
          ledger
              .find(context.pathParam("id"))
              .orElseGet(() -> refusal("404", "Transaction doesn't exist.")));
    }
  }

  private boolean knowsServerKey(@Nullable BasicAuthCredentials credentials) {
    return credentials != null
        && MessageDigest.isEqual(
            credentials.getUsername().getBytes(StandardCharsets.UTF_8),
            secret.member("serverKey").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode refusal(String code, String message) {
    return Json.object()
        .put("status_code", code)
        .put("status_message", message)
        .put("id", UUID.randomUUID().toString());
  }
}

package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/**
 * The way into an aggregator's API: closed while it is taken down, and to who does not have the
 * key, which stands as the user's name without a password.
 *
 * @param key the name of the key in the secret
 * @param down what is answered while it is down
 * @param unknown what is answered to who does not have the key
 */
public record AskedApi(
    SharedSecret secret,
    String key,
    OutageSwitch outage,
    Supplier<? extends JsonNode> down,
    Supplier<? extends JsonNode> unknown) {

  /** Handles it, or answers why not. */
  public void asked(Context context, Handler handler) throws Exception {
    if (outage.isDown()) {
      Json.answer(context.status(503), down.get());
    } else if (!isKnown(context)) {
      Json.answer(context.status(401), unknown.get());
    } else {
      handler.handle(context);
    }
  }

  private boolean isKnown(Context context) {
    BasicAuthCredentials credentials = context.basicAuthCredentials();
    return credentials != null
        && MessageDigest.isEqual(
            credentials.getUsername().getBytes(StandardCharsets.UTF_8),
            secret.member(key).getBytes(StandardCharsets.UTF_8));
  }
}

package id.antrean.senders.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.senders.Keys;
import id.antrean.senders.SenderApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Midtrans' API, under {@code /v2}. */
public final class StatusApi {
  private final SenderApi api;
  private final Keys serverKeys;

  public StatusApi(SenderApi api, Keys serverKeys) {
    this.api = api;
    this.serverKeys = serverKeys;
  }

  /** Whether there is anybody to ask. */
  boolean isThere() {
    return api.isThere();
  }

  /** What came of asking. */
  sealed interface Answer {}

  record Told(JsonNode status) implements Answer {}

  record Silent() implements Answer {}

  Answer status(String transactionId) {
    String id = URLEncoder.encode(transactionId, StandardCharsets.UTF_8);
    return told(
        api.get("/v2/" + id + "/status", Map.of("Authorization", SenderApi.basic(serverKeys))));
  }

  /** Makes an order that can be paid. */
  Answer charge(String order) {
    return told(
        api.post("/v2/charge", Map.of("Authorization", SenderApi.basic(serverKeys)), order));
  }

  Answer cancel(String orderId) {
    String id = URLEncoder.encode(orderId, StandardCharsets.UTF_8);
    return told(
        api.post(
            "/v2/" + id + "/cancel", Map.of("Authorization", SenderApi.basic(serverKeys)), "{}"));
  }

  /** Midtrans says what became of it within the body, and faults by the status alone. */
  private static Answer told(SenderApi.Reply reply) {
    return switch (reply) {
      case SenderApi.Told(int status, JsonNode body)
          when status < 500 && status != 401 && body.has("status_code") ->
          new Told(body);
      case SenderApi.Told _, SenderApi.Silent _ -> new Silent();
    };
  }
}

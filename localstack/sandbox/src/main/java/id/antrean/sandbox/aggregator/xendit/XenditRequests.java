package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.time.Instant;
import java.util.UUID;

/** Payment requests of Xendit's payments API v3: what is open can be paid once. */
final class XenditRequests {
  private static final String OPEN = "REQUIRES_ACTION";

  private XenditRequests() {}

  static String path(String id) {
    return "/v3/payment_requests/" + id;
  }

  static ObjectNode of(JsonNode asked, Instant now) {
    String channel = asked.path("channel_code").asText();
    String digits = asked.path("reference_id").asText().replaceAll("[^0-9]", "");
    ObjectNode request = Json.object();
    request.put("payment_request_id", "pr-" + UUID.randomUUID());
    request.set("reference_id", asked.path("reference_id"));
    request.put("type", "PAY").put("country", "ID").put("currency", "IDR");
    request.set("request_amount", asked.path("request_amount"));
    request.put("channel_code", channel).put("status", OPEN).put("created", now.toString());
    if (asked.at("/channel_properties/expires_at").isTextual()) {
      request
          .putObject("channel_properties")
          .set("expires_at", asked.at("/channel_properties/expires_at"));
    }
    ObjectNode action = request.putArray("actions").addObject().put("type", "PRESENT_TO_CUSTOMER");
    switch (channel) {
      case "QRIS" ->
          action
              .put("descriptor", "QR_STRING")
              .put("value", "00020101021226570011ID.DANA.WWW" + digits);
      case "INDOMARET" -> action.put("descriptor", "PAYMENT_CODE").put("value", "PASPOR" + digits);
      default -> action.put("descriptor", "VIRTUAL_ACCOUNT_NUMBER").put("value", "8808" + digits);
    }
    return request;
  }

  static boolean isOpen(JsonNode request) {
    return request.path("status").asText().equals(OPEN);
  }

  /** As it stands then. Only some channels let their code die by itself. */
  static JsonNode expiredBy(Instant now, JsonNode request) {
    JsonNode end = request.at("/channel_properties/expires_at");
    return isOpen(request) && end.isTextual() && !now.isBefore(Instant.parse(end.asText()))
        ? ((ObjectNode) request.deepCopy()).put("status", "EXPIRED")
        : request;
  }

  static ObjectNode paid(JsonNode request, String paymentId) {
    return ((ObjectNode) request.deepCopy())
        .put("status", Format.PAID)
        .put("latest_payment_id", paymentId);
  }
}

package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.senders.Keys;
import id.antrean.senders.SenderApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Xendit's API, asked for the payment that a callback speaks of, where the product that sent it
 * keeps its payments. docs.xendit.co/apidocs/get-payment and, for the products before, the API
 * reference of each.
 */
public final class XenditApi {
  private static final String VERSION = "2024-11-11";

  /** Any other refusal says nothing of what is there: too many requests, no right, a conflict. */
  private static final Set<Integer> DECLINED = Set.of(400, 404, 422);

  private final SenderApi api;
  private final Keys apiKeys;

  public XenditApi(SenderApi api, Keys apiKeys) {
    this.api = api;
    this.apiKeys = apiKeys;
  }

  /** Whether there is anybody to ask. */
  boolean isThere() {
    return api.isThere();
  }

  /** What came of asking. */
  sealed interface Answer {}

  record Found(JsonNode payment) implements Answer {}

  /** Xendit knows no such payment. */
  record Nothing() implements Answer {}

  record Silent() implements Answer {}

  Answer find(XenditCallback callback) {
    JsonNode data = callback.data();
    return switch (callback.product()) {
      case PAYMENT_V3 ->
          data.hasNonNull("payment_id")
              ? one("/v3/payments/", data.path("payment_id"))
              : one("/v3/payment_requests/", data.path("payment_request_id"));
      case PAYMENT_V2 ->
          data.hasNonNull("payment_request_id")
              ? paymentRequest(data.path("payment_request_id"))
              : one("/v2/payments/", data.path("id"));
      case REFUND -> refund(data.path("id"));
      case QR_CODE ->
          among("/qr_codes/" + id(data.path("qr_id")) + "/payments", "id", data.path("id"));
      case FORMER_QR_CODE ->
          among("/qr_codes/" + id(data.at("/qr_code/id")) + "/payments", "id", data.path("id"));
      case INVOICE -> one("/v2/invoices/", data.path("id"));
      case VIRTUAL_ACCOUNT ->
          one("/callback_virtual_account_payments/payment_id=", data.path("payment_id"));
      case RETAIL_OUTLET ->
          among(
              "/fixed_payment_code/" + id(data.path("fixed_payment_code_id")) + "/payments",
              "payment_id",
              data.path("payment_id"));
    };
  }

  private Answer one(String path, JsonNode id) {
    return get(path + id(id));
  }

  /** A refund has a reference of its own: which bill it is of, its payment says. */
  private Answer refund(JsonNode id) {
    Answer answer = one("/refunds/", id);
    if (answer instanceof Found(JsonNode found) && found instanceof ObjectNode refund) {
      return switch (one("/v3/payments/", refund.path("payment_id"))) {
        case Found(JsonNode payment) ->
            new Found(refund.deepCopy().set("reference_id", payment.path("reference_id")));
        case Nothing _ -> new Found(refund);
        case Silent silent -> silent;
      };
    }
    return answer;
  }

  Answer get(String path) {
    return switch (api.get(path, headers())) {
      case SenderApi.Told told when told.ok() -> new Found(told.body());
      case SenderApi.Told told when told.status() == 404 -> new Nothing();
      case SenderApi.Told _, SenderApi.Silent _ -> new Silent();
    };
  }

  /** What Xendit declines is nothing that is there. */
  Answer post(String path, Map<String, String> more, String body) {
    Map<String, String> all = new HashMap<>(headers());
    all.putAll(more);
    return switch (api.post(path, all, body)) {
      case SenderApi.Told told when told.ok() -> new Found(told.body());
      case SenderApi.Told told when DECLINED.contains(told.status()) -> new Nothing();
      case SenderApi.Told _, SenderApi.Silent _ -> new Silent();
    };
  }

  /** What the API calls the id of a payment request, callbacks call its payment request's id. */
  private Answer paymentRequest(JsonNode id) {
    Answer answer = one("/payment_requests/", id);
    if (answer instanceof Found(JsonNode request)
        && request.isObject()
        && !request.has("payment_request_id")) {
      ObjectNode told = (ObjectNode) request.deepCopy();
      told.set("payment_request_id", request.path("id"));
      return new Found(told);
    }
    return answer;
  }

  /** The one of a list that has the id in that field. */
  private Answer among(String path, String field, JsonNode id) {
    return switch (api.get(path, headers())) {
      case SenderApi.Told told when told.ok() -> {
        Optional<JsonNode> found =
            StreamSupport.stream(told.body().path("data").spliterator(), false)
                .filter(it -> it.path(field).asText("").equals(id.asText("")))
                .findFirst();
        yield found.<Answer>map(Found::new).orElseGet(Nothing::new);
      }
      case SenderApi.Told told when told.status() == 404 -> new Nothing();
      case SenderApi.Told _, SenderApi.Silent _ -> new Silent();
    };
  }

  private static String id(JsonNode id) {
    String text = id.asText("");
    // A path of dots leads somewhere else.
    return text.matches("\\.*") ? "none" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Map<String, String> headers() {
    return Map.of("Authorization", SenderApi.basic(apiKeys), "api-version", VERSION);
  }
}

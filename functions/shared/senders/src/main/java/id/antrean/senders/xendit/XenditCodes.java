package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.PayableCodes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Xendit's payments API v3. A payment request has an id of Xendit's; the same idempotency key gives
 * the same request again, so that one whose answer got lost is found to be ended.
 * docs.xendit.co/apidocs/create-payment-request.
 */
final class XenditCodes implements PayableCodes {
  private static final String REQUESTS = "/v3/payment_requests";
  private static final String PAID = "SUCCEEDED";
  private static final Set<String> OVER = Set.of("CANCELED", "EXPIRED", "FAILED");
  private final XenditApi api;

  XenditCodes(XenditApi api) {
    this.api = api;
  }

  @Override
  public Issued issue(Wanted code, Instant now) {
    String channel = channel(code);
    return channel == null ? new Declined() : issued(request(code, channel));
  }

  private XenditApi.Answer request(Wanted code, String channel) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("reference_id", code.reference()).put("type", "PAY");
    request.put("country", "ID").put("currency", "IDR").put("request_amount", code.amount());
    request.put("channel_code", channel).put("capture_method", "AUTOMATIC");
    ObjectNode properties = request.putObject("channel_properties");
    if (!channel.equals("QRIS")) {
      properties
          .put("display_name", "PNBP PASPOR")
          .put("payer_name", "PNBP PASPOR")
          .put("expires_at", code.code().expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return api.post(REQUESTS, Map.of("Idempotency-key", code.reference()), request.toString());
  }

  private static @Nullable String channel(Wanted code) {
    return switch (code.offer().channel()) {
      case BANK_VA -> Objects.requireNonNullElse(code.offer().bank(), "BNI") + "_VIRTUAL_ACCOUNT";
      case QRIS -> "QRIS";
      case INDOMARET -> "INDOMARET";
      case POST_OFFICE, MARKETPLACE -> null;
    };
  }

  private static Issued issued(XenditApi.Answer answer) {
    return switch (answer) {
      case XenditApi.Silent() -> new Silent();
      case XenditApi.Nothing() -> new Declined();
      case XenditApi.Found(JsonNode request) -> {
        JsonNode action = request.at("/actions/0");
        String value = action.path("value").asText("");
        boolean picture = action.path("descriptor").asText("").equals("QR_STRING");
        String id = request.path("payment_request_id").asText("");
        // Made, and we cannot read it: it has to be ended before there is another.
        yield value.isEmpty() || id.isEmpty()
            ? new Silent()
            : new Given(
                picture ? request.path("reference_id").asText("") : value,
                picture ? value : null,
                id);
      }
    };
  }

  @Override
  public Ended end(Wanted code, Instant now) {
    return switch (idOf(code)) {
      case XenditApi.Silent() -> new Silent();
      case XenditApi.Nothing() -> new Gone();
      case XenditApi.Found(JsonNode id) -> end(id.asText(""), now);
    };
  }

  /** A text node with the id: as it was given, or found by asking for the same again. */
  private XenditApi.Answer idOf(Wanted code) {
    String known = code.code().senderId();
    if (known != null) {
      return new XenditApi.Found(JsonNodeFactory.instance.textNode(known));
    }
    String channel = channel(code);
    if (channel == null) {
      return new XenditApi.Nothing();
    }
    return switch (request(code, channel)) {
      case XenditApi.Found(JsonNode request) when request.hasNonNull("payment_request_id") ->
          new XenditApi.Found(request.path("payment_request_id"));
      case XenditApi.Found _ -> new XenditApi.Silent();
      case XenditApi.Nothing nothing -> nothing;
      case XenditApi.Silent silent -> silent;
    };
  }

  /** What its status says counts, not what came of cancelling: QRIS lives on past our deadline. */
  private Ended end(String id, Instant now) {
    if (api.post(REQUESTS + "/" + id + "/cancel", Map.of(), "{}") instanceof XenditApi.Silent) {
      return new Silent();
    }
    return switch (api.get(REQUESTS + "/" + id)) {
      case XenditApi.Silent() -> new Silent();
      case XenditApi.Nothing() -> new Gone();
      case XenditApi.Found(JsonNode request) -> {
        String status = request.path("status").asText("");
        yield status.equals(PAID)
            ? paid(request, now).<Ended>map(it -> it).orElseGet(Silent::new)
            : OVER.contains(status) ? new Gone() : new Silent();
      }
    };
  }

  @Override
  public Seen see(Wanted code, Instant now) {
    String known = code.code().senderId();
    return known == null ? new Unpaid() : see(known, now);
  }

  private Seen see(String id, Instant now) {
    return switch (api.get(REQUESTS + "/" + id)) {
      case XenditApi.Silent() -> new Silent();
      case XenditApi.Nothing() -> new Unpaid();
      case XenditApi.Found(JsonNode request) when request.path("status").asText("").equals(PAID) ->
          paid(request, now).<Seen>map(it -> it).orElseGet(Silent::new);
      case XenditApi.Found _ -> new Unpaid();
    };
  }

  /** As its callback would say it, so that both are one notice. */
  private Optional<Paid> paid(JsonNode request, Instant now) {
    return switch (api.get("/v3/payments/" + request.path("latest_payment_id").asText(""))) {
      case XenditApi.Found(JsonNode found) -> {
        ObjectNode callback = JsonNodeFactory.instance.objectNode();
        callback.put("event", "payment.capture").put("api_version", "v3").set("data", found);
        yield Optional.of(new Paid(new RawNotification(Xendit.NAME, "", callback.toString(), now)));
      }
      case XenditApi.Nothing _, XenditApi.Silent _ -> Optional.empty();
    };
  }
}

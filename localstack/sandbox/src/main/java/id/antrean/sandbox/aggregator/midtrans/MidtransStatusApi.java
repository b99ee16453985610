package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.AskedApi;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * Midtrans's core API: charge, cancel and status, under {@code /sandbox/aggregators/midtrans/api}.
 * As the real one it says "unknown" inside a 200, and knows only what was really paid.
 */
final class MidtransStatusApi {
  private static final String ROOT = "/sandbox/aggregators/midtrans";
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final MidtransLedger ledger;
  private final OutageSwitch outage;
  private final AskedApi api;
  private final InstantSource businessTime;

  MidtransStatusApi(
      SharedSecret secret, MidtransLedger ledger, OutageSwitch outage, InstantSource businessTime) {
    this.api =
        new AskedApi(
            secret,
            "serverKey",
            outage,
            () -> refusal("503", "Service is temporarily unavailable"),
            () -> refusal("401", "Unknown Merchant server_key/id"));
    this.ledger = ledger;
    this.outage = outage;
    this.businessTime = businessTime;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/api/v2/{id}/status", context -> api.asked(context, this::status));
    routes.post(ROOT + "/api/v2/charge", context -> api.asked(context, this::charge));
    routes.post(ROOT + "/api/v2/{id}/cancel", context -> api.asked(context, this::cancel));
    routes.post(ROOT + "/outage", outage::turn);
  }

  private void status(Context context) {
    Json.answer(
        context,
        ledger
            .find(context.pathParam("id"))
            .map(this::expiredByNow)
            .orElseGet(() -> refusal("404", "Transaction doesn't exist.")));
  }

  private ObjectNode expiredByNow(ObjectNode transaction) {
    if (!isPending(transaction) || isAlive(transaction)) {
      return transaction;
    }
    return transaction.deepCopy().put("transaction_status", "expire").put("status_code", "407");
  }

  private static boolean isPending(ObjectNode transaction) {
    return transaction.path("transaction_status").asText().equals("pending");
  }

  private boolean isAlive(ObjectNode transaction) {
    String end = transaction.path("expiry_time").asText();
    return end.isEmpty() || TIME.format(businessTime.instant().atOffset(WIB)).compareTo(end) < 0;
  }

  /** An order is charged once, whatever became of it. */
  private void charge(Context context) {
    JsonNode asked = Json.parse(context.body()).orElseGet(MissingNode::getInstance);
    String order = asked.at("/transaction_details/order_id").asText();
    if (order.isEmpty() || ledger.find(order).isPresent()) {
      Json.answer(context, refusal("406", "The request could not be completed due to a conflict"));
      return;
    }
    ObjectNode charged = describe(order, asked);
    ledger.write(charged);
    Json.answer(context, charged);
  }

  private ObjectNode describe(String order, JsonNode asked) {
    OffsetDateTime now = businessTime.instant().atOffset(WIB);
    ObjectNode charged = Json.object();
    charged.put("status_code", "201").put("status_message", "Success, transaction is created");
    charged.put("transaction_id", UUID.randomUUID().toString()).put("order_id", order);
    charged.put("merchant_id", "G990000001").put("currency", "IDR");
    charged.put("gross_amount", asked.at("/transaction_details/gross_amount").asText() + ".00");
    charged.put("payment_type", asked.path("payment_type").asText());
    charged.put("transaction_time", TIME.format(now)).put("transaction_status", "pending");
    charged.put("fraud_status", "accept");
    long seconds = asked.at("/custom_expiry/expiry_duration").asLong(86_400);
    charged.put("expiry_time", TIME.format(now.plusSeconds(seconds)));
    String digits = order.replaceAll("[^0-9]", "");
    switch (asked.path("payment_type").asText()) {
      case "bank_transfer" ->
          charged
              .putArray("va_numbers")
              .addObject()
              .put("bank", asked.at("/bank_transfer/bank").asText())
              .put("va_number", "988" + digits);
      case "qris" -> charged.put("qr_string", "00020101021226620014ID.LINKAJA.WWW" + digits);
      default -> charged.put("payment_code", "578" + digits).put("store", "indomaret");
    }
    return charged;
  }

  private void cancel(Context context) {
    Optional<ObjectNode> found = ledger.find(context.pathParam("id"));
    if (found.isEmpty()) {
      Json.answer(context, refusal("404", "Transaction doesn't exist."));
    } else if (isPending(found.get()) && isAlive(found.get())) {
      ObjectNode cancelled =
          found
              .get()
              .deepCopy()
              .put("transaction_status", "cancel")
              .put("status_code", "200")
              .put("status_message", "Success, transaction is canceled");
      ledger.write(cancelled);
      Json.answer(context, cancelled);
    } else {
      Json.answer(context, refusal("412", "Merchant cannot modify the status of the transaction"));
    }
  }

  private static ObjectNode refusal(String code, String message) {
    return Json.object()
        .put("status_code", code)
        .put("status_message", message)
        .put("id", UUID.randomUUID().toString());
  }
}

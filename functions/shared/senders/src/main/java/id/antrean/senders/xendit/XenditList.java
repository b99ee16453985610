package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WholeRupiah;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Xendit's transactions of a day, as its API lists them: {@code GET /transactions}. */
final class XenditList implements SettlementList {
  @Override
  public Optional<List<ListedPayment>> read(String text) {
    return SenderJson.object(text)
        .map(list -> list.path("data"))
        .filter(JsonNode::isArray)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> row.path("type").asText().equals("PAYMENT"))
                    .filter(row -> row.path("status").asText().equals("SUCCESS"))
                    .map(XenditList::payment)
                    .toList());
  }

  private static ListedPayment payment(JsonNode row) {
    return new ListedPayment(
        SenderIds.of(row.path("product_id").asText()),
        row.path("reference_id").asText(),
        WholeRupiah.of(row.path("amount")),
        row.path("currency").asText("IDR"),
        SenderTimes.parse(row.path("created").asText("")).orElse(Instant.EPOCH),
        null);
  }

  /** Its API is asked before it counts, as of whatever Xendit says. */
  @Override
  public RawNotification asTold(ListedPayment payment, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("event", "payment.capture").put("api_version", "v3");
    ObjectNode data = body.putObject("data");
    data.put("payment_id", payment.paymentId()).put("reference_id", payment.reference());
    data.put("status", "SUCCEEDED").put("currency", payment.currency());
    data.putArray("captures").addObject().put("capture_amount", payment.amount());
    return new RawNotification(Xendit.NAME, "", body.toString(), now);
  }
}

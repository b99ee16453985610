package id.antrean.senders.standard;

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
import org.jspecify.annotations.Nullable;

/** A list in the words of the notifications: {@code {"items": [the data of each]}}. */
final class StandardList implements SettlementList {
  @Override
  public Optional<List<ListedPayment>> read(String text) {
    return SenderJson.object(text)
        .map(list -> list.path("items"))
        .filter(JsonNode::isArray)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(StandardList::payment)
                    .toList());
  }

  private static ListedPayment payment(JsonNode row) {
    return new ListedPayment(
        SenderIds.of(row.path("paymentId").asText()),
        row.path("billingCode").asText(),
        WholeRupiah.of(row.path("amount")),
        row.path("currency").asText("IDR"),
        SenderTimes.parse(row.path("paidAt").asText("")).orElse(Instant.EPOCH),
        row.path("ntpn").asText(null));
  }

  @Override
  public RawNotification asTold(ListedPayment payment, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "payment.succeeded");
    ObjectNode data = body.putObject("data");
    data.put("paymentId", payment.paymentId()).put("billingCode", payment.reference());
    data.put("amount", payment.amount()).put("currency", payment.currency());
    data.put("paidAt", payment.paidAt().toString());
    @Nullable String ntpn = payment.ntpn();
    if (ntpn != null) {
      data.put("ntpn", ntpn);
    }
    return new RawNotification(
        StandardBody.AGGREGATOR, SenderIds.of("list." + payment.paymentId()), body.toString(), now);
  }
}

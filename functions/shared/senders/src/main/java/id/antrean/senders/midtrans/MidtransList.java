package id.antrean.senders.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.CsvRows;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WholeRupiah;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transactions that Midtrans' back office exports, as CSV. */
final class MidtransList implements SettlementList {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> PAID = Set.of("settlement", "capture");

  @Override
  public Optional<List<ListedPayment>> read(String text) {
    return CsvRows.of(text, "Order ID", "Transaction ID", "Transaction Status", "Amount")
        .map(
            rows ->
                rows.stream()
                    .filter(row -> PAID.contains(row.path("Transaction Status").asText()))
                    .map(MidtransList::payment)
                    .toList());
  }

  private static ListedPayment payment(JsonNode row) {
    return new ListedPayment(
        SenderIds.of(row.path("Transaction ID").asText()),
        row.path("Order ID").asText(),
        WholeRupiah.of(row.path("Amount")),
        row.path("Currency").asText("IDR"),
        time(row.path("Settlement Time").asText("")),
        null);
  }

  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text, TIME).toInstant(SenderTimes.WIB);
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }

  /** Its API is asked before it counts, as of whatever Midtrans says. */
  @Override
  public RawNotification asTold(ListedPayment payment, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("transaction_id", payment.paymentId()).put("transaction_status", "settlement");
    body.put("status_code", "200").put("order_id", payment.reference());
    body.put("gross_amount", payment.amount() + ".00").put("currency", payment.currency());
    return new RawNotification(MidtransBody.AGGREGATOR, "", body.toString(), now);
  }
}

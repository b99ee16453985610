package id.antrean.senders.doku;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The transactions that DOKU's back office exports, as CSV. */
final class DokuList implements SettlementList {
  @Override
  public Optional<List<ListedPayment>> read(String text) {
    return CsvRows.of(text, "INVOICE NUMBER", "REQUEST ID", "AMOUNT", "STATUS", "DATE")
        .map(
            rows ->
                rows.stream()
                    .filter(row -> row.path("STATUS").asText().equals("SUCCESS"))
                    .map(DokuList::payment)
                    .toList());
  }

  private static ListedPayment payment(JsonNode row) {
    return new ListedPayment(
        SenderIds.of(row.path("REQUEST ID").asText()),
        row.path("INVOICE NUMBER").asText(),
        WholeRupiah.of(row.path("AMOUNT")),
        row.path("CURRENCY").asText("IDR"),
        SenderTimes.parse(row.path("DATE").asText("")).orElse(Instant.EPOCH),
        null);
  }

  @Override
  public RawNotification asTold(ListedPayment payment, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("order")
        .put("invoice_number", payment.reference())
        .put("amount", payment.amount())
        .put("currency", payment.currency());
    body.putObject("transaction")
        .put("status", "SUCCESS")
        .put("date", payment.paidAt().toString())
        .put("original_request_id", payment.paymentId());
    return new RawNotification(
        Doku.NAME, SenderIds.of("list." + payment.paymentId()), body.toString(), now);
  }
}

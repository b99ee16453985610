package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What each aggregator lists of a day, in its own format: CSV as the back offices of Midtrans and
 * DOKU export it, JSON as Xendit's API lists it. Whatever was paid is on it, whether the system was
 * told of it or not.
 */
final class SettlementLists {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter WIB_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private final Map<String, Map<String, Payment>> paid = new LinkedHashMap<>();

  private final KeptLines lines;

  SettlementLists(Path folder) {
    this.lines = new KeptLines(folder, "payments-taken.jsonl");
    lines.read().forEach(this::read);
  }

  /** Money came at that aggregator, under that id. */
  synchronized void took(String aggregator, String paymentId, Payment payment) {
    ObjectNode line = Json.object().put("aggregator", aggregator).put("paymentId", paymentId);
    line.put("billingCode", payment.billingCode()).put("amount", payment.amount());
    line.put("currency", payment.currency()).put("channel", payment.channel().orElse(null));
    line.put("paidAt", payment.paidAt().toString()).put("sentAt", payment.sentAt().toString());
    lines.add(line);
    read(line);
  }

  /** The payer has it back, because the system refused it. */
  synchronized void gaveBack(String aggregator, String paymentId) {
    ObjectNode line = Json.object().put("aggregator", aggregator).put("paymentId", paymentId);
    lines.add(line.put("gaveBack", true));
    read(line);
  }

  private void read(JsonNode line) {
    Map<String, Payment> ofAggregator =
        paid.computeIfAbsent(line.path("aggregator").asText(), name -> new LinkedHashMap<>());
    String id = line.path("paymentId").asText();
    if (line.path("gaveBack").asBoolean()) {
      ofAggregator.remove(id);
      return;
    }
    ofAggregator.put(
        id,
        new Payment(
            line.path("billingCode").asText(),
            Optional.of(id),
            line.path("amount").asLong(),
            0,
            line.path("currency").asText(),
            "",
            Optional.ofNullable(line.path("channel").textValue()),
            Optional.empty(),
            Instant.parse(line.path("paidAt").asText()),
            Instant.parse(line.path("sentAt").asText())));
  }

  /** What the treasury received on a day, from all of them; its number of each is its own. */
  synchronized String ofTreasury(LocalDate day) {
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    for (String aggregator : paid.keySet()) {
      ofDay(aggregator, day)
          .forEach(
              (id, payment) ->
                  items
                      .addObject()
                      .put("ntpn", Ntpn.of(id))
                      .put("billingCode", payment.billingCode())
                      .put("amount", payment.amount())
                      .put("receivedAt", payment.paidAt().toString()));
    }
    return list.toString();
  }

  private Map<String, Payment> ofDay(String aggregator, LocalDate day) {
    Map<String, Payment> ofDay = new LinkedHashMap<>();
    paid.getOrDefault(aggregator, Map.of())
        .forEach(
            (id, payment) -> {
              if (payment.sentAt().atOffset(WIB).toLocalDate().equals(day)) {
                ofDay.put(id, payment);
              }
            });
    return ofDay;
  }

  /** The list of a day of Jakarta. */
  synchronized String of(String aggregator, LocalDate day) {
    Map<String, Payment> ofDay = ofDay(aggregator, day);
    return switch (aggregator) {
      case "midtrans" -> midtrans(ofDay);
      case "doku" -> doku(ofDay);
      case "xendit" -> xendit(ofDay).toString();
      default -> standard(ofDay).toString();
    };
  }

  private static String midtrans(Map<String, Payment> payments) {
    List<String> lines =
        lines(
            "Order ID,Transaction ID,Transaction Time,Payment Type,Transaction Status,Amount,Currency,Settlement Time");
    payments.forEach(
        (id, payment) -> {
          String time = WIB_TIME.format(payment.paidAt().atOffset(WIB));
          lines.add(
              String.join(
                  ",",
                  payment.billingCode(),
                  id,
                  time,
                  payment.channel().orElse("bank_transfer"),
                  "settlement",
                  payment.amount() + ".00",
                  payment.currency(),
                  time));
        });
    return csv(lines);
  }

  private static String doku(Map<String, Payment> payments) {
    List<String> lines = lines("INVOICE NUMBER,REQUEST ID,AMOUNT,CURRENCY,STATUS,DATE");
    payments.forEach(
        (id, payment) ->
            lines.add(
                String.join(
                    ",",
                    payment.billingCode(),
                    id,
                    Long.toString(payment.amount()),
                    payment.currency(),
                    "SUCCESS",
                    payment.paidAt().toString())));
    return csv(lines);
  }

  private static List<String> lines(String heading) {
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    return lines;
  }

  private static String csv(List<String> lines) {
    StringJoiner text = new StringJoiner("\r\n", "", "\r\n");
    lines.forEach(text::add);
    return text.toString();
  }

  private static ObjectNode xendit(Map<String, Payment> payments) {
    ObjectNode list = Json.object().put("has_more", false);
    ArrayNode data = list.putArray("data");
    payments.forEach(
        (id, payment) ->
            data.addObject()
                .put("id", "txn_" + id)
                .put("product_id", id)
                .put("type", "PAYMENT")
                .put("status", "SUCCESS")
                .put("channel_code", payment.channel().orElse("BRI_VIRTUAL_ACCOUNT"))
                .put("reference_id", payment.billingCode())
                .put("currency", payment.currency())
                .put("amount", payment.amount())
                .put("created", payment.paidAt().toString()));
    return list;
  }

  private static ObjectNode standard(Map<String, Payment> payments) {
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    payments.forEach(
        (id, payment) ->
            items
                .addObject()
                .put("paymentId", id)
                .put("billingCode", payment.billingCode())
                .put("amount", payment.amount())
                .put("currency", payment.currency())
                .put("paidAt", payment.paidAt().toString()));
    return list;
  }
}

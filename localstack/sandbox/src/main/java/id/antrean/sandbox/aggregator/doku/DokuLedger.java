package id.antrean.sandbox.aggregator.doku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.KeptLines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What DOKU knows of each invoice: what befell it last. */
final class DokuLedger {
  private final KeptLines lines;
  private final Map<String, ObjectNode> latest = new HashMap<>();

  DokuLedger(Path folder) {
    this.lines = new KeptLines(folder, "doku-transactions.jsonl");
    lines.read().forEach(this::index);
  }

  synchronized void add(ObjectNode transaction) {
    lines.add(transaction);
    index(transaction);
  }

  synchronized Optional<ObjectNode> latestOf(String invoice) {
    return Optional.ofNullable(latest.get(invoice));
  }

  private void index(JsonNode transaction) {
    latest.put(transaction.at("/order/invoice_number").asText(), (ObjectNode) transaction);
  }
}

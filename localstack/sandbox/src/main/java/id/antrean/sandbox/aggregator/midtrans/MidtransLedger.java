package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.KeptLines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every transaction that Midtrans has taken, as its status API tells it. */
final class MidtransLedger {
  private final KeptLines lines;
  private final Map<String, ObjectNode> latest = new HashMap<>();

  MidtransLedger(Path folder) {
    this.lines = new KeptLines(folder, "midtrans-transactions.jsonl");
    lines.read().forEach(line -> index((ObjectNode) line));
  }

  synchronized void write(ObjectNode transaction) {
    lines.add(transaction);
    index(transaction);
  }

  /** The transaction with this id, or the latest one of this order. */
  synchronized Optional<ObjectNode> find(String orderOrTransactionId) {
    return Optional.ofNullable(latest.get(orderOrTransactionId));
  }

  /** The latest order of that bill that was charged and neither paid nor cancelled. */
  synchronized Optional<ObjectNode> pendingOf(String billingCode) {
    return latest.values().stream()
        .filter(it -> it.path("order_id").asText().startsWith(billingCode + "-"))
        .filter(it -> it.path("transaction_status").asText().equals("pending"))
        .filter(it -> it.has("expiry_time"))
        .findFirst();
  }

  private void index(ObjectNode transaction) {
    latest.put(transaction.path("transaction_id").asText(), transaction);
    latest.put(transaction.path("order_id").asText(), transaction);
  }
}

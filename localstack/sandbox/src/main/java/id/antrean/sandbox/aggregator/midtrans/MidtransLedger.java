package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every transaction that Midtrans has taken, as its status API tells it. Kept in a file, a line
 * each, because the system may ask after a restart.
 */
final class MidtransLedger {
  private final Path file;
  private final Map<String, ObjectNode> latest = new HashMap<>();

  MidtransLedger(Path folder) {
    this.file = folder.resolve("midtrans-transactions.jsonl");
    try {
      Files.createDirectories(folder);
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      lines.forEach(line -> Json.parse(line).ifPresent(node -> index((ObjectNode) node)));
    } catch (IOException e) {
      throw new UncheckedIOException("Midtrans's ledger cannot be read: " + file, e);
    }
  }

  synchronized void write(ObjectNode transaction) {
    try {
      Files.writeString(
          file,
          transaction + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Midtrans's ledger cannot be written: " + file, e);
    }
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

package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Xendit's API answers at which path. Kept in a file, a line each, because the system may ask
 * after a restart.
 */
final class XenditLedger {
  private final Path file;
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, String> latestPaid = new HashMap<>();

  XenditLedger(Path folder) {
    this.file = folder.resolve("xendit-payments.jsonl");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(line -> Json.parse(line).ifPresent(this::index));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Xendit's ledger cannot be read: " + file, e);
    }
  }

  synchronized void write(String path, String billingCode, String paymentId, JsonNode answer) {
    ObjectNode line = Json.object();
    line.put("path", path).put("billingCode", billingCode).put("paymentId", paymentId);
    line.set("answer", answer);
    try {
      Files.writeString(
          file,
          line + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Xendit's ledger cannot be written: " + file, e);
    }
    index(line);
  }

  synchronized Optional<JsonNode> find(String path) {
    return Optional.ofNullable(answers.get(path));
  }

  /** The request of that bill that is open; or the one of that very reference. */
  synchronized Optional<JsonNode> requestOf(String reference) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("/v3/payment_requests/"))
        .map(Map.Entry::getValue)
        .filter(
            request -> {
              String own = request.path("reference_id").asText();
              return own.equals(reference)
                  || (own.startsWith(reference + "-") && XenditRequests.isOpen(request));
            })
        .findFirst();
  }

  /** The id of the latest payment of that code. */
  synchronized Optional<String> latestOf(String billingCode) {
    return Optional.ofNullable(latestPaid.get(billingCode));
  }

  private void index(JsonNode line) {
    answers.put(line.path("path").asText(), line.path("answer"));
    latestPaid.put(line.path("billingCode").asText(), line.path("paymentId").asText());
  }
}

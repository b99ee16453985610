package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.KeptLines;
import id.antrean.sandbox.http.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Xendit's API answers at which path. */
final class XenditLedger {
  private final KeptLines lines;
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, String> latestPaid = new HashMap<>();

  XenditLedger(Path folder) {
    this.lines = new KeptLines(folder, "xendit-payments.jsonl");
    lines.read().forEach(this::index);
  }

  synchronized void write(String path, String billingCode, String paymentId, JsonNode answer) {
    ObjectNode line = Json.object();
    line.put("path", path).put("billingCode", billingCode).put("paymentId", paymentId);
    line.set("answer", answer);
    lines.add(line);
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

package id.antrean.senders.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.senders.References;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The treasury's list of a day, and a receipt on it as if it were a notice: known by its number.
 * SIMPONI publishes no form of such a list; ours is {@code {"items": [{"ntpn", "billingCode",
 * "amount", "receivedAt"}]}}, agreed with whoever exports it.
 */
public final class Treasury {
  /** Its name on notices, on bills and in the address of its list. */
  public static final String NAME = "treasury";

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{16}");

  private Treasury() {}

  /**
   * The receipts; empty for what is no such list. What has no number is none, and a number is of
   * one bill: of the first that it stands beside.
   */
  public static Optional<List<ListedPayment>> read(String text, Instant now) {
    return SenderJson.object(text)
        .map(list -> list.path("items"))
        .filter(JsonNode::isArray)
        .map(
            items -> {
              Map<String, ListedPayment> receipts = new LinkedHashMap<>();
              items
                  .valueStream()
                  .map(item -> receipt(item, now))
                  .filter(receipt -> NUMBER.matcher(receipt.paymentId()).matches())
                  .forEach(receipt -> receipts.putIfAbsent(receipt.paymentId(), receipt));
              return List.copyOf(receipts.values());
            });
  }

  private static ListedPayment receipt(JsonNode item, Instant now) {
    String ntpn = item.path("ntpn").asText("").strip().toUpperCase(Locale.ROOT);
    return new ListedPayment(
        ntpn,
        References.of(item.path("billingCode").asText("")),
        WholeRupiah.of(item.path("amount")),
        "IDR",
        SenderTimes.paidAt(item.path("receivedAt").asText(""), now),
        ntpn);
  }

  /** That money was received, as a receipt says it; nobody is asked, the list is the proof. */
  public static StoredNotification notice(ListedPayment receipt, Instant now) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("ntpn", receipt.paymentId()).put("billingCode", receipt.reference());
    item.put("amount", receipt.amount()).put("receivedAt", receipt.paidAt().toString());
    return StoredNotification.received(
        new PaymentNotification(
            NAME,
            receipt.paymentId(),
            receipt.paymentId(),
            receipt.reference(),
            receipt.amount(),
            PaymentNotification.NOT_TOLD,
            receipt.currency(),
            Kind.PAID,
            receipt.paidAt(),
            null,
            receipt.ntpn()),
        new RawNotification(NAME, receipt.paymentId(), item.toString(), now));
  }
}

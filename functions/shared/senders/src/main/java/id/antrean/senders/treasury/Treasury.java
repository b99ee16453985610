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
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  /** The receipts; empty for what is no such list. */
  public static Optional<List<ListedPayment>> read(String text) {
    return SenderJson.object(text)
        .map(list -> list.path("items"))
        .filter(JsonNode::isArray)
        .map(items -> items.valueStream().map(Treasury::receipt).toList());
  }

  private static ListedPayment receipt(JsonNode item) {
    String ntpn = item.path("ntpn").asText("").strip().toUpperCase(Locale.ROOT);
    return new ListedPayment(
        SenderIds.of(ntpn),
        References.of(item.path("billingCode").asText("")),
        WholeRupiah.of(item.path("amount")),
        "IDR",
        SenderTimes.parse(item.path("receivedAt").asText("")).orElse(Instant.EPOCH),
        NUMBER.matcher(ntpn).matches() ? ntpn : null);
  }

  /** That money came, as a receipt says it; nobody is asked, the list is the proof. */
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

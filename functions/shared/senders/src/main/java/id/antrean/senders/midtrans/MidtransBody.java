package id.antrean.senders.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.SentTime;
import id.antrean.senders.References;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body that Midtrans uses in notifications and in its status API alike: every scalar is a
 * string.
 */
record MidtransBody(JsonNode json) {
  static final String AGGREGATOR = "midtrans";

  /** Midtrans writes local times of Jakarta without a zone. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final Set<String> PAID = Set.of("settlement", "capture");
  private static final Set<String> FAILED = Set.of("deny", "cancel", "failure");
  private static final Set<String> TAKEN_BACK =
      Set.of("refund", "partial_refund", "chargeback", "partial_chargeback");
  private static final Set<String> IN_PART = Set.of("partial_refund", "partial_chargeback");

  String transaction() {
    return text("transaction_id");
  }

  String status() {
    return text("transaction_status");
  }

  String text(String member) {
    return json.path(member).asText("");
  }

  /** What it does not say as it must, to be understood; null when nothing is missing. */
  @Nullable String missing() {
    for (String member : List.of("transaction_id", "transaction_status", "status_code")) {
      if (!SenderIds.isUsable(text(member))) {
        return "/" + member;
      }
    }
    return kind() == Kind.PAID && originalAmount() < 0 ? "/gross_amount" : null;
  }

  /**
   * What it says.
   *
   * @param receivedAt counts when it says no time, or none that can be
   */
  PaymentNotification notification(Instant receivedAt) {
    return new PaymentNotification(
        AGGREGATOR,
        event(),
        SenderIds.of(transaction()),
        References.of(text("order_id")),
        kind() == Kind.TAKEN_BACK ? takenBack() : originalAmount(),
        takenBack(),
        currency(),
        kind(),
        time(receivedAt),
        json.hasNonNull("payment_type") ? text("payment_type") : null,
        null);
  }

  /**
   * Which notice it is: of a transaction, its status and code, and each refund by its own key. A
   * suspicion of fraud makes it another one, because it is another thing that is said.
   */
  private String event() {
    return event(status(), kind() == Kind.TAKEN_BACK ? refundKey() : "");
  }

  private String event(String word, String refund) {
    String event = SenderIds.of(transaction()) + "." + word + "." + text("status_code");
    String suspicion = fraud().equals("accept") ? "" : "." + fraud();
    return SenderIds.of(event + suspicion + (refund.isEmpty() ? "" : "." + refund));
  }

  /** The refund that it tells of: named beside the status, or the latest in its list. */
  private String refundKey() {
    JsonNode refunds = json.path("refunds");
    return json.hasNonNull("refund_key")
        ? text("refund_key")
        : keyOf(refunds.path(refunds.size() - 1));
  }

  private static String keyOf(JsonNode refund) {
    return refund.hasNonNull("refund_key")
        ? refund.path("refund_key").asText("")
        : refund.path("refund_chargeback_id").asText("");
  }

  /**
   * Every notice of money taken back that may truly have been sent, if this is what the status API
   * tells: whatever the sender's word for it was then, and whichever of the refunds it was about.
   */
  Set<String> eventsOfMoneyBack() {
    Set<String> keys = new HashSet<>(List.of(refundKey(), ""));
    json.path("refunds").forEach(refund -> keys.add(keyOf(refund)));
    return TAKEN_BACK.stream()
        .flatMap(word -> keys.stream().map(key -> event(word, key)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Paid is a pair of status and code, and no suspicion of fraud; an unknown status settles
   * nothing.
   */
  Kind kind() {
    if (PAID.contains(status())) {
      return text("status_code").equals("200") && fraud().equals("accept")
          ? Kind.PAID
          : Kind.PENDING;
    }
    if (TAKEN_BACK.contains(status())) {
      return Kind.TAKEN_BACK;
    }
    if (status().equals("expire")) {
      return Kind.EXPIRED;
    }
    return FAILED.contains(status()) ? Kind.FAILED : Kind.PENDING;
  }

  private String fraud() {
    return json.path("fraud_status").asText("accept");
  }

  /**
   * What was taken back by now; {@code refund_amount} is the sum of all refunds. All of it, where
   * it speaks of no part; not told, where it does not say how large the part is.
   */
  long takenBack() {
    if (kind() != Kind.TAKEN_BACK) {
      return PaymentNotification.NOT_TOLD;
    }
    long refunded = WholeRupiah.of(json.path("refund_amount"));
    return refunded > 0 || IN_PART.contains(status()) ? refunded : originalAmount();
  }

  /**
   * What was owed. {@code gross_amount} may contain a fee that the customer pays on top; the status
   * API then tells the original amount beside it.
   */
  long originalAmount() {
    long gross = WholeRupiah.of(json.path("gross_amount"));
    JsonNode info = json.at("/metadata/extra_info/gross_amount_info");
    long original = WholeRupiah.of(info.path("original_amount"));
    long fee = WholeRupiah.of(info.path("customer_imposed_payment_fee"));
    boolean addsUp = original >= 0 && fee >= 0 && original + fee == gross;
    return addsUp ? original : gross;
  }

  private String currency() {
    return json.path("currency").asText("IDR");
  }

  private Instant time(Instant receivedAt) {
    String text = json.path("settlement_time").asText(text("transaction_time"));
    try {
      return SentTime.plausible(
          LocalDateTime.parse(text, TIME).toInstant(SenderTimes.WIB), receivedAt);
    } catch (DateTimeException unreadable) {
      return receivedAt;
    }
  }
}

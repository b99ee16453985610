package id.antrean.payments.midtrans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.payments.References;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * The body that Midtrans uses in notifications and in its status API alike: every scalar is a
 * string.
 */
final class MidtransBody {
  static final String AGGREGATOR = "midtrans";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Midtrans writes local times of WIB without a zone. */
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> PAID = Set.of("settlement", "capture");
  private static final Set<String> FAILED = Set.of("deny", "cancel", "expire", "failure");
  private static final Set<String> TAKEN_BACK =
      Set.of("refund", "partial_refund", "chargeback", "partial_chargeback");
  private static final int LONGEST_ID = 100;

  private MidtransBody() {}

  static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(JSON.readTree(bytes)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /**
   * What the body says; empty where it does not say of which payment.
   *
   * @param otherwise when it says no time
   */
  static Optional<PaymentNotification> notification(JsonNode body, Instant otherwise) {
    String payment = body.path("transaction_id").asText();
    String status = body.path("transaction_status").asText();
    String code = body.path("status_code").asText();
    if (!isId(payment) || !isId(status) || !isId(code)) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentNotification(
            AGGREGATOR,
            payment + "." + status + "." + code,
            payment,
            References.of(body.path("order_id").asText()),
            wholeRupiah(body.path("gross_amount").asText()),
            body.path("currency").asText("IDR"),
            kind(status, code, body.path("fraud_status").asText("accept")),
            time(body, otherwise),
            body.hasNonNull("payment_type") ? body.path("payment_type").asText() : null,
            null));
  }

  /**
   * Paid is a pair of status and code, and no suspicion of fraud; an unknown status settles
   * nothing.
   */
  private static Kind kind(String status, String code, String fraud) {
    if (PAID.contains(status)) {
      return code.equals("200") && fraud.equals("accept") ? Kind.PAID : Kind.PENDING;
    }
    if (TAKEN_BACK.contains(status)) {
      return Kind.TAKEN_BACK;
    }
    return FAILED.contains(status) ? Kind.FAILED : Kind.PENDING;
  }

  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_ID
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** {@code 350000.00} is 350000; what is no whole amount is -1, which no bill asks for. */
  private static long wholeRupiah(String text) {
    try {
      return new BigDecimal(text).longValueExact();
    } catch (NumberFormatException | ArithmeticException notWhole) {
      return -1;
    }
  }

  private static Instant time(JsonNode body, Instant otherwise) {
    String text = body.path("settlement_time").asText(body.path("transaction_time").asText());
    try {
      return LocalDateTime.parse(text, TIME).toInstant(WIB);
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }
}

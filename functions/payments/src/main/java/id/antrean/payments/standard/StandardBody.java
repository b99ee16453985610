package id.antrean.payments.standard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.payments.References;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payload of the {@code standard} sender; unknown fields and types are accepted. */
final class StandardBody {
  static final String AGGREGATOR = "standard";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NTPN_LENGTH = 16;
  private static final int LONGEST_ID = 200;

  private StandardBody() {}

  static Optional<PaymentNotification> notification(RawNotification raw) {
    try {
      JsonNode body = JSON.readTree(raw.body());
      JsonNode data = body.path("data");
      if (!body.path("type").isTextual() || !data.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          new PaymentNotification(
              AGGREGATOR,
              raw.id(),
              paymentId(data, raw),
              References.of(data.path("billingCode").asText()),
              wholeRupiah(data.path("amount")),
              data.path("currency").asText(),
              kind(body.path("type").textValue()),
              time(data.path("paidAt").asText(), raw.receivedAt()),
              data.hasNonNull("channel") ? data.path("channel").asText() : null,
              ntpn(data.path("ntpn").asText())));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A payment without an id of its own is known by its event. */
  private static String paymentId(JsonNode data, RawNotification raw) {
    String id = data.path("paymentId").asText();
    return id.isBlank() || id.length() > LONGEST_ID ? raw.id() : id;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "payment.succeeded" -> Kind.PAID;
      case "payment.refunded" -> Kind.TAKEN_BACK;
      case "payment.expired", "payment.failed" -> Kind.FAILED;
      default -> Kind.PENDING;
    };
  }

  private static long wholeRupiah(JsonNode amount) {
    return amount.isNumber() && amount.canConvertToExactIntegral() && amount.canConvertToLong()
        ? amount.longValue()
        : -1;
  }

  private static Instant time(String text, Instant otherwise) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }

  /** The treasury's number: 16 capital letters and digits; anything else is none. */
  private static @Nullable String ntpn(String text) {
    boolean valid =
        text.length() == NTPN_LENGTH
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    return valid ? text : null;
  }
}

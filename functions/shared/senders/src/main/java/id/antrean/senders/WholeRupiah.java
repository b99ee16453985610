package id.antrean.senders;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Amounts as senders write them: a JSON number, or a text of digits with or without two decimals.
 * Whatever could be read in two ways ({@code "950.000"} is a thousand times more in Jakarta) is not
 * read at all.
 */
public final class WholeRupiah {
  private static final Pattern TEXT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

  /** More than this nobody pays; sums of such amounts are far from overflowing. */
  private static final BigDecimal MOST = new BigDecimal("999999999999999");

  private WholeRupiah() {}

  /** The amount; {@link PaymentNotification#NOT_TOLD} for what is none. */
  public static long of(JsonNode written) {
    if (written.isNumber()) {
      return whole(written.decimalValue());
    }
    String text = written.isTextual() ? written.textValue().strip() : "";
    return TEXT.matcher(text).matches()
        ? whole(new BigDecimal(text))
        : PaymentNotification.NOT_TOLD;
  }

  private static long whole(BigDecimal amount) {
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      return PaymentNotification.NOT_TOLD;
    }
    try {
      return amount.longValueExact();
    } catch (ArithmeticException notWhole) {
      return PaymentNotification.NOT_TOLD;
    }
  }
}

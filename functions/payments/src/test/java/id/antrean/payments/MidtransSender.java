package id.antrean.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Midtrans' notifications, signed as it signs them. */
final class MidtransSender {
  static final String KEY = "SB-Mid-server-test";

  private MidtransSender() {}

  /** Each is of a transaction of its own. */
  static String paid(String transaction, String billingCode, String amount) {
    return notice(
        "\"transaction_id\":\"%s\",\"transaction_status\":\"settlement\",".formatted(transaction),
        billingCode,
        amount);
  }

  /** One that does not say of which transaction it is. */
  static String ofNothing(String billingCode, String amount) {
    return notice("", billingCode, amount);
  }

  private static String notice(String members, String billingCode, String amount) {
    return "{%s\"order_id\":\"%s\",\"status_code\":\"200\",\"gross_amount\":\"%s\",\"signature_key\":\"%s\"}"
        .formatted(members, billingCode, amount, signature(billingCode + "200" + amount));
  }

  /** Of order, status code and amount, as they stand in the body. */
  static String signature(String signed) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-512")
                  .digest((signed + KEY).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** A notification in Midtrans' form, written here by whoever has the server key. */
public record MidtransNotification(String orderId, String amount, String serverKey) {

  public static MidtransNotification paid(String billingCode, long amount, String serverKey) {
    return new MidtransNotification(billingCode, amount + ".00", serverKey);
  }

  /** The body, its signature included. */
  public String body() {
    return body("settlement");
  }

  /** The same with another status, which the signature does not cover. */
  public String body(String status) {
    return Json.text(
        Map.of(
            "transaction_id",
            UUID.randomUUID().toString(),
            "order_id",
            orderId,
            "status_code",
            "200",
            "transaction_status",
            status,
            "gross_amount",
            amount,
            "currency",
            "IDR",
            "payment_type",
            "bank_transfer",
            "transaction_time",
            "2026-12-01 08:00:00",
            "signature_key",
            signature()));
  }

  private String signature() {
    try {
      String signed = orderId + "200" + amount + serverKey;
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-512").digest(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512", e);
    }
  }
}

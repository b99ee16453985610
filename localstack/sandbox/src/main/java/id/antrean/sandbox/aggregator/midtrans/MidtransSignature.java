package id.antrean.sandbox.aggregator.midtrans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Midtrans's {@code signature_key}: SHA-512 over three members as written, and the server key. */
final class MidtransSignature {
  private MidtransSignature() {}

  static String of(String orderId, String statusCode, String grossAmount, String serverKey) {
    String signed = orderId + statusCode + grossAmount + serverKey;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-512").digest(signed.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512", e);
    }
  }
}

package id.antrean.sandbox.aggregator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The treasury's number of a payment: 16 capital letters and digits, the same for the same. */
public final class Ntpn {
  private static final int LENGTH = 16;

  private Ntpn() {}

  public static String of(String paymentId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(paymentId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

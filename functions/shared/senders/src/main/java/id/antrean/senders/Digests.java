package id.antrean.senders;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests and keyed hashes that senders sign with, over bytes as they came. */
public final class Digests {
  private Digests() {}

  public static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  public static byte[] sha512(byte[] bytes) {
    return digest("SHA-512", bytes);
  }

  /** In lower case. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * A keyed hash.
   *
   * @param algorithm {@code HmacSHA256} or {@code HmacSHA512}
   */
  public static byte[] keyed(String algorithm, byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** In constant time, whatever they hold. */
  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  /** The same of texts. */
  public static boolean same(String one, String other) {
    return same(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a text in base 64, with or without its padding; empty for what is none. */
  public static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text)).filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}

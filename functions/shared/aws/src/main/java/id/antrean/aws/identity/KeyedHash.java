package id.antrean.aws.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 for one purpose: under a key of its own, derived from the common secret, so that a
 * hash made for one purpose says nothing about another.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final Supplier<String> secret;
  private final String purpose;

  /**
   * @param secret asked at each hash; it must not change, or what was hashed is not found again
   */
  public KeyedHash(Supplier<String> secret, String purpose) {
    this.secret = secret;
    this.purpose = purpose;
  }

  /** 32 bytes. The parts keep their borders: ("ab", "c") is not ("a", "bc"). */
  public byte[] of(List<String> parts) {
    byte[] key = mac(utf8(secret.get())).doFinal(utf8(purpose));
    Mac mac = mac(key);
    for (String part : parts) {
      byte[] bytes = utf8(part);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package id.antrean.emulators.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One AES-256 key that never leaves; what it seals opens only with the same context. */
final class MasterKey {

  static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final byte[] material;

  MasterKey(String id, byte[] material) {
    this.id = id;
    this.material = material.clone();
  }

  static MasterKey random(String id) {
    return new MasterKey(id, randomBytes(BYTES));
  }

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  String id() {
    return id;
  }

  String arn() {
    return "arn:aws:kms:ap-southeast-3:000000000000:key/" + id;
  }

  byte[] material() {
    return material.clone();
  }

  /** Nonce and ciphertext with its tag. */
  byte[] seal(byte[] plaintext, byte[] context) {
    byte[] nonce = randomBytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plaintext);
      byte[] whole = new byte[NONCE_BYTES + sealed.length];
      System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM", e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws GeneralSecurityException when it was sealed otherwise, or with another context
   */
  byte[] open(byte[] whole, byte[] context) throws GeneralSecurityException {
    if (whole.length < NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce, context)
        .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(material, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}

package id.antrean.aws.counter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that signs tickets (Ed25519, RFC 8032), made of a secret text. Its id is the beginning of
 * its public half's digest: whoever has that can tell that it is the right one.
 */
final class TicketKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PURPOSE = "ticket-signature\n";
  private static final int ID_BYTES = 9;

  private final KeyPair pair;
  private final String publicKey;
  private final String id;

  private TicketKey(KeyPair pair) {
    this.pair = pair;
    byte[] point = point((EdECPublicKey) pair.getPublic());
    this.publicKey = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    this.id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(sha256(point), ID_BYTES));
  }

  static TicketKey of(String secret) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(
          NamedParameterSpec.ED25519,
          new Seed(sha256((PURPOSE + secret).getBytes(StandardCharsets.UTF_8))));
      return new TicketKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** What a generator takes for chance: the private half of such a key is any 32 bytes. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("a private key has " + seed.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }

  String id() {
    return id;
  }

  /** The public half as a JSON Web Key writes it: base64url of the 32 bytes of RFC 8032. */
  String publicKey() {
    return publicKey;
  }

  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of ours does not sign", e);
    }
  }

  boolean signed(byte[] text, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(pair.getPublic());
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** RFC 8032, 5.1.2: y in little-endian order, the sign of x in the last bit. */
  private static byte[] point(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] point = new byte[32];
    for (int i = 0; i < bigEndian.length && i < point.length; i++) {
      point[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      point[31] |= (byte) 0x80;
    }
    return point;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

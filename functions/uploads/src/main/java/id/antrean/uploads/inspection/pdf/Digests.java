package id.antrean.uploads.inspection.pdf;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Digests of several pieces one after the other. */
final class Digests {

  private Digests() {}

  static byte[] md5(byte[]... pieces) throws GeneralSecurityException {
    return of("MD5", pieces);
  }

  static byte[] of(String algorithm, byte[]... pieces) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    for (byte[] piece : pieces) {
      digest.update(piece);
    }
    return digest.digest();
  }
}

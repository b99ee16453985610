package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Undoes the encryption of a file that opens without a password. */
final class Decryption {

  /** How texts or streams are encrypted. */
  enum Method {
    NONE,
    RC4,
    AES_128,
    AES_256
  }

  private static final int AES_BLOCK = 16;

  private final byte[] key;
  private final Method streams;
  private final Method texts;

  Decryption(byte[] key, Method streams, Method texts) {
    this.key = key;
    this.streams = streams;
    this.texts = texts;
  }

  /** A stream's bytes, as far as they can be had; what follows their end is garbage. */
  byte[] ofStream(StoredObject object, byte[] bytes) {
    return plain(streams, object, bytes);
  }

  byte[] ofText(StoredObject object, byte[] bytes) {
    return plain(texts, object, bytes);
  }

  private byte[] plain(Method method, StoredObject object, byte[] bytes) {
    try {
      return switch (method) {
        case NONE -> bytes;
        case RC4 -> rc4(keyOf(object, new byte[0]), bytes);
        case AES_128 -> aes(keyOf(object, new byte[] {'s', 'A', 'l', 'T'}), bytes);
        case AES_256 -> aes(key, bytes);
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] keyOf(StoredObject object, byte[] salt) throws GeneralSecurityException {
    int number = object.number();
    int generation = object.generation();
    byte[] own = {
      (byte) number,
      (byte) (number >> 8),
      (byte) (number >> 16),
      (byte) generation,
      (byte) (generation >> 8)
    };
    return Arrays.copyOf(Digests.md5(key, own, salt), Math.min(key.length + own.length, 16));
  }

  static byte[] rc4(byte[] key, byte[] bytes) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ARCFOUR");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
    return cipher.doFinal(bytes);
  }

  /** The first block starts the chain; a broken last block and its filling are left as they are. */
  private static byte[] aes(byte[] key, byte[] bytes) throws GeneralSecurityException {
    int length = bytes.length / AES_BLOCK * AES_BLOCK;
    if (length <= AES_BLOCK) {
      return new byte[0];
    }
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(bytes, 0, AES_BLOCK));
    return cipher.doFinal(bytes, AES_BLOCK, length - AES_BLOCK);
  }

  static Method method(Dictionary filter) {
    if (filter.is("CFM", "V2")) {
      return Method.RC4;
    }
    if (filter.is("CFM", "AESV2")) {
      return Method.AES_128;
    }
    return filter.is("CFM", "AESV3") ? Method.AES_256 : Method.NONE;
  }
}

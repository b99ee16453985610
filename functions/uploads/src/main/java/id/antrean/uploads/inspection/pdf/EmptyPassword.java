package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.Decryption.Method;
import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tries the empty password on an encrypted file, as every viewer does before it asks for one (ISO
 * 32000-2, 7.6.4). Files that only forbid printing or copying open so.
 */
final class EmptyPassword {
  private static final byte[] PADDING =
      HexFormat.of().parseHex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
  private static final byte[] NOTHING = {};

  private final PdfObjects objects;
  private final Dictionary encryption;
  private final byte[] fileId;

  private EmptyPassword(PdfObjects objects, Dictionary encryption, byte[] fileId) {
    this.objects = objects;
    this.encryption = encryption;
    this.fileId = fileId;
  }

  /** How to read the file; empty if it asks for a password or is encrypted in another way. */
  static Optional<Decryption> opens(
      PdfObjects objects, Dictionary encryption, @Nullable PdfValue id) {
    byte[] fileId =
        objects.resolve(id) instanceof PdfValue.Array(var items)
                && !items.isEmpty()
                && objects.resolve(items.getFirst()) instanceof PdfValue.Text first
            ? first.bytes()
            : NOTHING;
    try {
      return new EmptyPassword(objects, encryption, fileId).open();
    } catch (GeneralSecurityException unusable) {
      return Optional.empty();
    }
  }

  private Optional<Decryption> open() throws GeneralSecurityException {
    boolean standard =
        objects.resolve(encryption.get("Filter")) instanceof PdfValue.Name(String name)
            && name.equals("Standard");
    int revision = number("R", 0);
    if (!standard || text("U").length < 32 || text("O").length < 32) {
      return Optional.empty();
    }
    return switch (revision) {
      case 2, 3, 4 -> olderKey(revision).map(this::decryption);
      case 5, 6 -> newerKey(revision).map(this::decryption);
      default -> Optional.empty();
    };
  }

  private Decryption decryption(byte[] key) {
    return new Decryption(key, method("StmF"), method("StrF"));
  }

  private Method method(String use) {
    if (number("V", 0) < 4) {
      return Method.RC4;
    }
    Dictionary filters = objects.dictionary(encryption.get("CF"));
    if (filters == null
        || !(objects.resolve(encryption.get(use)) instanceof PdfValue.Name(String name))) {
      return Method.NONE;
    }
    Dictionary filter = objects.dictionary(filters.get(name));
    return filter == null ? Method.NONE : Decryption.method(filter);
  }

  /**
   * Writers disagree about where and in what unit a key's length stands: the usual ones are tried.
   */
  private Optional<byte[]> olderKey(int revision) throws GeneralSecurityException {
    int written = number("Length", 0);
    int[] lengths = revision == 2 ? new int[] {5} : new int[] {16, 5, written / 8, written};
    for (int length : lengths) {
      byte[] key = olderKey(revision, Math.clamp(length, 5, 16));
      byte[] user = revision == 2 ? Decryption.rc4(key, PADDING) : userEntry(key);
      if (Arrays.equals(Arrays.copyOf(user, 16), Arrays.copyOf(text("U"), 16))) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private byte[] olderKey(int revision, int length) throws GeneralSecurityException {
    int permissions = (int) permissions();
    byte[] permitted = {
      (byte) permissions,
      (byte) (permissions >> 8),
      (byte) (permissions >> 16),
      (byte) (permissions >> 24)
    };
    boolean plainMetadata =
        revision == 4
            && new PdfValue.Word("false")
                .equals(objects.resolve(encryption.get("EncryptMetadata")));
    byte[] metadata = plainMetadata ? new byte[] {-1, -1, -1, -1} : NOTHING;
    byte[] key = Digests.md5(PADDING, Arrays.copyOf(text("O"), 32), permitted, fileId, metadata);
    for (int round = 0; revision > 2 && round < 50; round++) {
      key = Digests.md5(Arrays.copyOf(key, length));
    }
    return Arrays.copyOf(key, length);
  }

  private byte[] userEntry(byte[] key) throws GeneralSecurityException {
    byte[] entry = Digests.md5(PADDING, fileId);
    for (int round = 0; round < 20; round++) {
      byte[] roundKey = key.clone();
      for (int i = 0; i < roundKey.length; i++) {
        roundKey[i] ^= (byte) round;
      }
      entry = Decryption.rc4(roundKey, entry);
    }
    return entry;
  }

  private Optional<byte[]> newerKey(int revision) throws GeneralSecurityException {
    byte[] user = text("U");
    byte[] wrapped = text("UE");
    if (user.length < 48 || wrapped.length < 32) {
      return Optional.empty();
    }
    byte[] proof = hash(revision, Arrays.copyOfRange(user, 32, 40));
    if (!Arrays.equals(proof, Arrays.copyOf(user, 32))) {
      return Optional.empty();
    }
    byte[] unwrapping = hash(revision, Arrays.copyOfRange(user, 40, 48));
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(unwrapping, "AES"),
        new IvParameterSpec(new byte[16]));
    return Optional.of(cipher.doFinal(wrapped, 0, 32));
  }

  /** Algorithm 2.B for the empty password; revision 5 had its first step alone. */
  private static byte[] hash(int revision, byte[] salt) throws GeneralSecurityException {
    byte[] key = Digests.of("SHA-256", salt);
    for (int round = 0, last = 0; revision == 6 && (round < 64 || last > round - 32); round++) {
      byte[] input = new byte[key.length * 64];
      for (int i = 0; i < input.length; i++) {
        input[i] = key[i % key.length];
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, 0, 16, "AES"),
          new IvParameterSpec(key, 16, 16));
      byte[] mixed = cipher.doFinal(input);
      int digest =
          new BigInteger(1, Arrays.copyOf(mixed, 16)).mod(BigInteger.valueOf(3)).intValue();
      key = Digests.of(new String[] {"SHA-256", "SHA-384", "SHA-512"}[digest], mixed);
      last = mixed[mixed.length - 1] & 0xFF;
    }
    return Arrays.copyOf(key, 32);
  }

  private byte[] text(String name) {
    return objects.resolve(encryption.get(name)) instanceof PdfValue.Text text
        ? text.bytes()
        : NOTHING;
  }

  private int number(String name, int otherwise) {
    return objects.number(encryption.get(name), otherwise);
  }

  /** Written as signed by most and as unsigned by some. */
  private long permissions() {
    return objects.resolve(encryption.get("P")) instanceof PdfValue.Numeral(long value) ? value : 0;
  }
}

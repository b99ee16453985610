package id.antrean.aws.identity;

import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Identity numbers under AES-256-GCM with a data key of KMS, and a keyed hash to find them by. The
 * sealed text is {@code version.wrapped key.iv.ciphertext}, each part base64url.
 */
public final class SealedNiks implements ProtectNik {
  private static final String VERSION = "1";
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] BOUND_TO = "antrean/nik/1".getBytes(StandardCharsets.UTF_8);

  private final DataKeys keys;
  private final KeyedHash lookup;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret of the keyed hash
   * @param time only for knowing when a data key has been used long enough
   */
  public SealedNiks(KmsClient kms, String keyId, Supplier<String> secret, InstantSource time) {
    this(new SparingDataKeys(new KmsDataKeys(kms, keyId), time), secret);
  }

  SealedNiks(DataKeys keys, Supplier<String> secret) {
    this.keys = keys;
    this.lookup = new KeyedHash(secret, "nik-lookup");
  }

  @Override
  public ProtectedNik protect(Nik nik) {
    DataKey key = keys.toSeal();
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed =
        cipher(
            Cipher.ENCRYPT_MODE, key.plain(), iv, nik.digits().getBytes(StandardCharsets.US_ASCII));
    return new ProtectedNik(
        nik.masked(),
        HexFormat.of().formatHex(lookup.of(List.of(nik.digits()))),
        String.join(".", VERSION, text(key.wrapped()), text(iv), text(sealed)));
  }

  @Override
  public Nik open(ProtectedNik nik) {
    List<String> parts = List.of(nik.sealed().split("\\.", -1));
    if (parts.size() != 4 || !parts.get(0).equals(VERSION)) {
      throw new IllegalStateException("a sealed NIK of an unknown version");
    }
    byte[] key = keys.unwrap(bytes(parts.get(1)));
    byte[] digits = cipher(Cipher.DECRYPT_MODE, key, bytes(parts.get(2)), bytes(parts.get(3)));
    return new Nik(new String(digits, StandardCharsets.US_ASCII));
  }

  private static byte[] cipher(int mode, byte[] key, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(BOUND_TO);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a NIK could not be sealed or opened", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}

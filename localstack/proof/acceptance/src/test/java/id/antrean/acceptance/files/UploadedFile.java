package id.antrean.acceptance.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes to upload and the type under which they are declared.
 *
 * @param contentType as declared, which the bytes may contradict
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UploadedFile(String contentType, byte[] bytes) {

  /** Base64 of the digest, as the API wants it declared. */
  public String sha256() {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The same bytes under another type. */
  public UploadedFile declaredAs(String otherType) {
    return new UploadedFile(otherType, bytes);
  }

  /** Without its last bytes. */
  public UploadedFile cutBy(int fewer) {
    return new UploadedFile(contentType, Arrays.copyOf(bytes, bytes.length - fewer));
  }
}

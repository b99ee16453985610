package id.antrean.domain;

import java.util.Base64;

/** An unguessable id: 12 random bytes, written as 16 characters of base64url. */
public record ApplicationId(String value) {

  /** Bytes of an id. */
  public static final int BYTES = 12;

  /** Throws {@link IllegalArgumentException} for what is not 16 characters of base64url. */
  public ApplicationId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an application id");
    }
  }

  public static ApplicationId of(byte[] bytes) {
    return new ApplicationId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public static boolean isValid(String text) {
    return text.length() == 16
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antrean.domain.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are taken in, each with the bytes by which every such file begins. */
public enum ContentType {
  JPEG("image/jpeg", "\u00FF\u00D8"),
  PNG("image/png", "\u0089PNG\r\n\u001A\n"),
  PDF("application/pdf", "%PDF-");

  private final String mediaType;
  private final String signature;

  ContentType(String mediaType, String signature) {
    this.mediaType = mediaType;
    this.signature = signature;
  }

  /** The type with exactly this media type, in lower case and without parameters. */
  public static Optional<ContentType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /** The media type as it stands in HTTP headers. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether the content begins as a file of this type must. */
  public boolean begins(byte[] content) {
    return content.length >= signature.length()
        && new String(content, 0, signature.length(), StandardCharsets.ISO_8859_1)
            .equals(signature);
  }
}

package id.antrean.cli.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file to upload, and what kind of paper it is. */
final class Paper {
  private final String kind;
  private final String contentType;
  private final byte[] content;

  Paper(String kind, String contentType, byte[] content) {
    this.kind = kind;
    this.contentType = contentType;
    this.content = content;
  }

  String kind() {
    return kind;
  }

  String contentType() {
    return contentType;
  }

  byte[] content() {
    return content;
  }

  /** Base64 of the 32 bytes, as the API wants it. */
  String sha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

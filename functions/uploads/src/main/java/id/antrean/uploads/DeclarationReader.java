package id.antrean.uploads;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentKind;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a declaration from JSON. */
final class DeclarationReader {
  private static final int SHA256_BYTES = 32;

  private DeclarationReader() {}

  /** The declaration, once the faults were checked. */
  static Supplier<Declaration> read(Fields fields) {
    Read<DocumentKind> kind = fields.oneOf("kind", DocumentKind.class);
    Read<ContentType> type =
        fields.parsedAmong("contentType", ContentType.values(), ContentType::mediaType);
    Read<Long> size = fields.integer("size", 1, DocumentFiles.LARGEST_BYTES);
    Read<String> sha256 = fields.parsed("sha256", "sha256", DeclarationReader::sha256);
    fields.nothingElse();
    return () -> new Declaration(kind.get(), type.get(), size.get(), sha256.get());
  }

  /** In the one way in which 32 bytes are written, since the store compares the text. */
  private static Optional<String> sha256(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == SHA256_BYTES && Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}

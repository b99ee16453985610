package id.antrean.uploads;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Papers;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Request;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a declaration, or a list of them, from JSON. */
final class DeclarationReader {
  private static final int SHA256_BYTES = 32;

  private DeclarationReader() {}

  /** What a request declares, once the faults were checked. */
  static Supplier<Declarations> read(Request request, FieldErrors errors) {
    Fields.OneOrList body =
        Fields.oneOrList(request, "application/json", DocumentKind.values().length, errors);
    List<InReading> files = body.items().stream().map(DeclarationReader::read).toList();
    for (int i = 1; i < files.size(); i++) {
      checkTwice(files.get(i), files.subList(0, i));
    }
    return () ->
        new Declarations(files.stream().map(InReading::declaration).toList(), body.isList());
  }

  private record InReading(
      Fields fields,
      Read<DocumentKind> kind,
      Read<ContentType> type,
      Read<Long> size,
      Read<String> sha256) {

    Declaration declaration() {
      return new Declaration(kind.get(), type.get(), size.get(), sha256.get());
    }
  }

  private static void checkTwice(InReading file, List<InReading> earlier) {
    boolean twice =
        earlier.stream()
            .flatMap(other -> other.kind().ifSound().stream())
            .anyMatch(
                other ->
                    file.kind()
                        .ifSound()
                        .filter(kind -> Papers.fulfilTheSame(kind, other))
                        .isPresent());
    if (twice) {
      file.fields().fault("kind", "paper-twice");
    }
  }

  private static InReading read(Fields fields) {
    Read<DocumentKind> kind = fields.oneOf("kind", DocumentKind.class);
    Read<ContentType> type =
        fields.parsedAmong("contentType", ContentType.values(), ContentType::mediaType);
    Read<Long> size = fields.integer("size", 1, DocumentFiles.LARGEST_BYTES);
    Read<String> sha256 = fields.parsed("sha256", "sha256", DeclarationReader::sha256);
    fields.nothingElse();
    return new InReading(fields, kind, type, size, sha256);
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

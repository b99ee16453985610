package id.antrean.uploads;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import java.time.Instant;
import java.util.List;

/**
 * A file as an applicant declares it.
 *
 * @param size bytes
 * @param sha256 base64 of the 32 bytes
 */
public record Declaration(DocumentKind kind, ContentType contentType, long size, String sha256) {

  /** The document of this declaration, waiting for its file. */
  Document document(DocumentId id, Instant now) {
    return new Document(
        id, kind, contentType, size, sha256, Document.State.AWAITING_UPLOAD, null, now);
  }

  /** Whether a document waits for just this. */
  boolean describes(Document document) {
    return document.sameFile(kind, sha256)
        && document.contentType() == contentType
        && document.size() == size;
  }

  /** What it says, for telling a repeat from another request. */
  List<String> content() {
    return List.of(kind.name(), contentType.name(), Long.toString(size), sha256);
  }
}

package id.antrean.domain.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that an applicant declared for their application.
 *
 * @param kind what the applicant says it is
 * @param size bytes, as declared and signed into the upload
 * @param sha256 base64 of the 32 bytes
 * @param state where it is on its way
 * @param note what its office says of it that sent it back; null of any other
 * @param approvedAt when its office said that it will do; null where it has not
 */
public record Document(
    DocumentId id,
    DocumentKind kind,
    ContentType contentType,
    long size,
    String sha256,
    State state,
    @Nullable RejectionReason reason,
    Instant declaredAt,
    @Nullable String note,
    @Nullable Instant approvedAt) {

  /** One that no office has looked at. */
  public Document(
      DocumentId id,
      DocumentKind kind,
      ContentType contentType,
      long size,
      String sha256,
      State state,
      @Nullable RejectionReason reason,
      Instant declaredAt) {
    this(id, kind, contentType, size, sha256, state, reason, declaredAt, null, null);
  }

  /** Where a declared file is on its way. */
  public enum State {
    AWAITING_UPLOAD,
    VERIFIED,
    REJECTED
  }

  public boolean verified() {
    return state == State.VERIFIED;
  }

  /** Whether the file is kept, to be read by those who may. */
  public boolean kept() {
    return verified() || reason == RejectionReason.SENT_BACK;
  }

  /** The same file of the same kind, declared once more. */
  public boolean sameFile(DocumentKind otherKind, String otherSha256) {
    return kind == otherKind && sha256.equals(otherSha256);
  }

  public Document accepted() {
    return new Document(id, kind, contentType, size, sha256, State.VERIFIED, null, declaredAt);
  }

  public Document rejected(RejectionReason why) {
    return new Document(id, kind, contentType, size, sha256, State.REJECTED, why, declaredAt);
  }

  /** Its office wants another in its place. */
  public Document sentBack(String why) {
    return new Document(
        id,
        kind,
        contentType,
        size,
        sha256,
        State.REJECTED,
        RejectionReason.SENT_BACK,
        declaredAt,
        why,
        null);
  }

  /** Its office says that it will do. */
  public Document approved(Instant now) {
    return new Document(
        id, kind, contentType, size, sha256, State.VERIFIED, null, declaredAt, null, now);
  }
}

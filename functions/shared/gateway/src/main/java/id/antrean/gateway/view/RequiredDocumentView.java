package id.antrean.gateway.view;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.gateway.Language;
import id.antrean.gateway.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is asked for, or one too many, and how far its file is.
 *
 * @param seen whether the paper itself lay on the desk of the office: no file is needed then
 */
public record RequiredDocumentView(
    DocumentKind kind,
    boolean required,
    List<DocumentKind> accepts,
    RequiredDocumentStatus status,
    boolean seen,
    @Nullable String id,
    @Nullable RejectionReasonView reason)
    implements View {

  /** How far it is. */
  public enum RequiredDocumentStatus {
    MISSING,
    AWAITING_UPLOAD,
    VERIFIED,
    REJECTED;

    static RequiredDocumentStatus of(Document.State state) {
      return switch (state) {
        case AWAITING_UPLOAD -> AWAITING_UPLOAD;
        case VERIFIED -> VERIFIED;
        case REJECTED -> REJECTED;
      };
    }
  }

  static RequiredDocumentView of(
      Paper paper, boolean required, boolean seen, Optional<Document> file, Language language) {
    return new RequiredDocumentView(
        paper.kind(),
        required,
        paper.accepts(),
        file.map(found -> RequiredDocumentStatus.of(found.state()))
            .orElse(seen ? RequiredDocumentStatus.VERIFIED : RequiredDocumentStatus.MISSING),
        seen,
        file.map(found -> found.id().value()).orElse(null),
        file.map(found -> RejectionReasonView.ofOrNull(found, language)).orElse(null));
  }
}

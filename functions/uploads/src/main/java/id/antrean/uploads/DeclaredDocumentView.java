package id.antrean.uploads;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.gateway.View;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a declaration is answered: how to upload, while there is something to upload. */
record DeclaredDocumentView(
    String id, DocumentKind kind, DeclarationStatus status, @Nullable UploadView upload)
    implements View {

  /** Where a declared document stands, or that it stands no more. */
  enum DeclarationStatus {
    AWAITING_UPLOAD,
    VERIFIED,
    REJECTED,
    REMOVED;

    static DeclarationStatus of(Document.State state) {
      return switch (state) {
        case AWAITING_UPLOAD -> AWAITING_UPLOAD;
        case VERIFIED -> VERIFIED;
        case REJECTED -> REJECTED;
      };
    }
  }

  /** How a file is sent. */
  enum UploadMethod {
    PUT
  }

  /** The request by which the file is sent. */
  record UploadView(UploadMethod method, String url, String expiresAt, Map<String, String> headers)
      implements View {}
}

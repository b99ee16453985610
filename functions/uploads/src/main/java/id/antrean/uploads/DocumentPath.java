package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;
import id.antrean.gateway.Request;
import java.util.Optional;

/** The ids in a path; empty for what cannot be an id, which is nobody's. */
final class DocumentPath {

  private DocumentPath() {}

  static Optional<ApplicationId> application(Request request) {
    return Optional.of(request.parameter("id"))
        .filter(ApplicationId::isValid)
        .map(ApplicationId::new);
  }

  static Optional<DocumentId> document(Request request) {
    return Optional.of(request.parameter("documentId"))
        .filter(DocumentPath::isDocumentId)
        .map(DocumentId::new);
  }

  /** Ids of documents are written as those of applications. */
  static boolean isDocumentId(String text) {
    return ApplicationId.isValid(text);
  }
}

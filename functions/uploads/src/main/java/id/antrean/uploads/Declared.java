package id.antrean.uploads;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;

/** What a declaration of a file is answered. */
public sealed interface Declared {

  DocumentId id();

  /** The document, as it stands. */
  record Standing(Document document) implements Declared {
    @Override
    public DocumentId id() {
      return document.id();
    }
  }

  /**
   * An earlier request under the same key declared a document that was taken back since, or whose
   * place another file took. A repeat does not bring it back.
   */
  record Gone(DocumentId id, DocumentKind kind) implements Declared {}
}

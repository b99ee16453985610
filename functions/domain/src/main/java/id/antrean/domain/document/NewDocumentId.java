package id.antrean.domain.document;

/** Ids for documents to be declared. */
public interface NewDocumentId {

  /** An id that nobody can guess and that no other document has. */
  DocumentId unguessable();
}

package id.antrean.domain.document;

import id.antrean.domain.application.ApplicationId;

/** Ids for documents to be declared. */
public interface NewDocumentId {

  /** An id that nobody can guess and that no other document has. */
  DocumentId unguessable();

  /**
   * The id that belongs to an account's idempotency key at one application: always the same, and
   * guessed by nobody.
   *
   * @param generation how often the key has been kept for its time before: 0 at first
   */
  DocumentId forKey(String account, ApplicationId application, String key, int generation);
}

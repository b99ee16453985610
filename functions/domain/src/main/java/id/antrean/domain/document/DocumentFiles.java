package id.antrean.domain.document;

import id.antrean.domain.ApplicationId;
import java.util.Optional;

/**
 * The bytes of documents: as they arrived, and those that were verified. Every call may be
 * repeated; each throws {@link id.antrean.domain.Unavailable} when the store did not answer.
 */
public interface DocumentFiles {

  /** The largest file that is taken in. */
  int LARGEST_BYTES = 10 * 1024 * 1024;

  /**
   * What arrived, or its first {@value #LARGEST_BYTES} bytes and one more; empty if there is
   * nothing.
   */
  Optional<byte[]> arrived(ApplicationId application, DocumentId document);

  /** Keeps the verified bytes, in the place of what was kept for the document before. */
  void keep(ApplicationId application, Document document, byte[] content);

  /** Throws away what arrived. */
  void discardArrived(ApplicationId application, DocumentId document);

  /** Throws away what was kept. */
  void discardKept(ApplicationId application, DocumentId document);
}

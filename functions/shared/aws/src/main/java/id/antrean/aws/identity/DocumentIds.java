package id.antrean.aws.identity;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.NewDocumentId;
import java.security.SecureRandom;

/** Random ids of documents, as long as those of applications. */
public final class DocumentIds implements NewDocumentId {
  private final SecureRandom random = new SecureRandom();

  @Override
  public DocumentId unguessable() {
    byte[] bytes = new byte[ApplicationId.BYTES];
    random.nextBytes(bytes);
    return new DocumentId(ApplicationId.of(bytes).value());
  }
}

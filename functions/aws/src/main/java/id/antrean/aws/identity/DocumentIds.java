package id.antrean.aws.identity;

import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.NewDocumentId;
import java.util.Base64;
import java.util.function.Supplier;

/** Ids of documents: random, or the keyed hash of an idempotency key. */
public final class DocumentIds implements NewDocumentId {
  private final KeyedIds ids;

  public DocumentIds(Supplier<String> secret) {
    this.ids = new KeyedIds(secret);
  }

  @Override
  public DocumentId unguessable() {
    return id(ids.random());
  }

  @Override
  public DocumentId forKey(String account, ApplicationId application, String key, int generation) {
    return id(
        ids.forKey(account, "POST /applications/" + application + "/documents", key, generation));
  }

  private static DocumentId id(byte[] bytes) {
    return new DocumentId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}

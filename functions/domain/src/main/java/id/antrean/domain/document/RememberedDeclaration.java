package id.antrean.domain.document;

import java.time.Instant;
import java.util.List;

/**
 * What a declaration under an idempotency key came to. It stands apart from the application,
 * because its documents may be replaced or taken back long before the key is forgotten.
 *
 * @param key keyed digest of account, application and key
 * @param digest of what was declared
 * @param documents that it made or found, in the order in which they were declared
 * @param until when the key is forgotten and may stand for something else
 */
public record RememberedDeclaration(
    String key, String digest, List<Declared> documents, Instant until) {

  public RememberedDeclaration {
    documents = List.copyOf(documents);
  }

  /** A document, wherever it is by now. */
  public record Declared(DocumentId id, DocumentKind kind) {}
}

package id.antrean.domain.document;

import java.time.Instant;

/**
 * What a declaration under an idempotency key came to. It stands apart from the application,
 * because its document may be replaced or taken back long before the key is forgotten.
 *
 * @param key keyed digest of account, application and key
 * @param digest of what was declared
 * @param document that it made or found
 * @param kind of that document
 * @param until when the key is forgotten and may stand for something else
 */
public record RememberedDeclaration(
    String key, String digest, DocumentId document, DocumentKind kind, Instant until) {}

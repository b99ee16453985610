package id.antrean.domain.document;

import org.jspecify.annotations.Nullable;

/**
 * A file that was looked into.
 *
 * @param flaw why it is rejected; null for a sound one
 */
public record InspectedFile(Document document, @Nullable RejectionReason flaw) {}

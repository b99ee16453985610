package id.antrean.domain.document;

import org.jspecify.annotations.Nullable;

/**
 * What an office says of a paper that it has looked at before the visit.
 *
 * @param document the file it is about
 * @param wrong what is wrong with it, in the office's words; null where it will do
 */
public record PaperVerdict(Document document, @Nullable String wrong) {}

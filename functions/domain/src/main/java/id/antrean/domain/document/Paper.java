package id.antrean.domain.document;

import java.util.Collection;
import java.util.List;

/**
 * One paper that an application needs.
 *
 * @param kind how the requirement is named
 * @param accepts the kinds of which any one fulfils it
 */
public record Paper(DocumentKind kind, List<DocumentKind> accepts) {

  public Paper {
    accepts = List.copyOf(accepts);
  }

  /** Whether one of those fulfils it. */
  public boolean isAmong(Collection<DocumentKind> papers) {
    return papers.stream().anyMatch(accepts::contains);
  }
}

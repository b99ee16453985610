package id.antrean.domain.document;

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
}

package id.antrean.domain.document;

/** What looking into an uploaded file comes to. */
public sealed interface Inspection {

  /** The file is of its declared type and whole. */
  record Sound() implements Inspection {}

  /** The file cannot serve as a document. */
  record Unsound(Reason reason) implements Inspection {}

  /** Why a file cannot serve as a document. */
  enum Reason {
    /** It has no bytes. */
    EMPTY,
    /** Its first bytes are those of another type than declared. */
    WRONG_TYPE,
    /** An image without its header, its dimensions or its end. */
    IMAGE_BROKEN,
    /** An image of more than {@value Dimensions#LARGEST} pixels a side. */
    IMAGE_TOO_LARGE,
    /** A PDF that is encrypted, even if it opens without a password. */
    PDF_ENCRYPTED,
    /** A PDF in which there is no page. */
    PDF_WITHOUT_PAGE,
    /** A PDF that cannot be read to its pages. */
    PDF_BROKEN
  }
}

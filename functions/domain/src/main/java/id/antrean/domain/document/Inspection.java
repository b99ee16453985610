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
    /** A picture that cannot be decoded to its last rows. */
    IMAGE_BROKEN,
    /** A picture that would take more memory or time to open than a counter's computer has. */
    IMAGE_TOO_LARGE,
    /** A picture in which nobody can read a card. */
    IMAGE_TOO_SMALL,
    /** A PDF that does not open without a password. */
    PDF_ENCRYPTED,
    /** A PDF that runs something, asks other computers, or carries other files. */
    PDF_ACTIVE,
    /** A PDF in which there is no page. */
    PDF_WITHOUT_PAGE,
    /** A PDF of which viewers cannot show all pages. */
    PDF_BROKEN
  }
}

package id.antrean.domain.document;

/** Why an uploaded file was rejected; each has a sentence for the applicant in both languages. */
public enum RejectionReason {
  OTHER_SIZE,
  OTHER_CHECKSUM,
  /** The first bytes are of another type than declared. */
  OTHER_TYPE,
  EMPTY,
  /** A picture that cannot be decoded to its last rows. */
  IMAGE_BROKEN,
  IMAGE_TOO_LARGE,
  IMAGE_TOO_SMALL,
  PDF_BROKEN,
  PDF_ENCRYPTED,
  /** A PDF that runs something, asks other computers, or carries other files. */
  PDF_ACTIVE,
  PDF_WITHOUT_PAGE,
  /** Its office has looked at it, and says what is wrong with it. */
  SENT_BACK;

  /** What an inspection found, as the reason told. */
  public static RejectionReason of(Inspection.Reason found) {
    return switch (found) {
      case EMPTY -> EMPTY;
      case WRONG_TYPE -> OTHER_TYPE;
      case IMAGE_BROKEN -> IMAGE_BROKEN;
      case IMAGE_TOO_LARGE -> IMAGE_TOO_LARGE;
      case IMAGE_TOO_SMALL -> IMAGE_TOO_SMALL;
      case PDF_ENCRYPTED -> PDF_ENCRYPTED;
      case PDF_ACTIVE -> PDF_ACTIVE;
      case PDF_WITHOUT_PAGE -> PDF_WITHOUT_PAGE;
      case PDF_BROKEN -> PDF_BROKEN;
    };
  }

  /** What to tell of a file over which the inspection itself came to grief. */
  public static RejectionReason unreadable(ContentType type) {
    return switch (type) {
      case JPEG, PNG -> IMAGE_BROKEN;
      case PDF -> PDF_BROKEN;
    };
  }
}

package id.antrean.domain.document;

/** Why an uploaded file was rejected; each has a sentence for the applicant in both languages. */
public enum RejectionReason {
  OTHER_SIZE,
  OTHER_CHECKSUM,
  /** The first bytes are of another type than declared. */
  OTHER_TYPE,
  EMPTY,
  /** An image without its header, dimensions or end. */
  IMAGE_BROKEN,
  IMAGE_TOO_LARGE,
  PDF_BROKEN,
  PDF_ENCRYPTED,
  PDF_WITHOUT_PAGE;

  /** What an inspection found, as the reason told. */
  public static RejectionReason of(Inspection.Reason found) {
    return switch (found) {
      case EMPTY -> EMPTY;
      case WRONG_TYPE -> OTHER_TYPE;
      case IMAGE_BROKEN -> IMAGE_BROKEN;
      case IMAGE_TOO_LARGE -> IMAGE_TOO_LARGE;
      case PDF_ENCRYPTED -> PDF_ENCRYPTED;
      case PDF_WITHOUT_PAGE -> PDF_WITHOUT_PAGE;
      case PDF_BROKEN -> PDF_BROKEN;
    };
  }
}

package id.antrean.domain.document;

/** Why an uploaded file was rejected; each has a sentence for the applicant in both languages. */
public enum RejectionReason {
  /** Size or checksum are not the declared ones. */
  NOT_AS_DECLARED,
  /** The first bytes are of another type than declared. */
  WRONG_TYPE,
  /** An image without its header, dimensions or end. */
  IMAGE_BROKEN,
  PDF_BROKEN,
  PDF_ENCRYPTED,
  PDF_EMPTY,
  PDF_WITHOUT_PAGE
}

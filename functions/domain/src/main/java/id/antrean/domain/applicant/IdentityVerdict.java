package id.antrean.domain.applicant;

/** What the population registry (Dukcapil) says of the person on the form. */
public enum IdentityVerdict {
  /** All elements agree. */
  MATCHED,
  /** Some element disagrees: the applicant goes on, the counter checks. */
  DIFFERS,
  /** The registry could not be asked: the applicant goes on, it is asked again. */
  PENDING,
  NOT_FOUND,
  DECEASED,
  INACTIVE;

  /** Whether somebody with this verdict may hold a seat. */
  public boolean allowsBooking() {
    return switch (this) {
      case MATCHED, DIFFERS, PENDING -> true;
      case NOT_FOUND, DECEASED, INACTIVE -> false;
    };
  }
}

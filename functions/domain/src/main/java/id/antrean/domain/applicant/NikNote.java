package id.antrean.domain.applicant;

/**
 * Something odd about a possible NIK. Told to the applicant, never a reason to refuse: the civil
 * registry judges.
 */
public enum NikNote {
  /** No province and regency or city is known by its first four digits. */
  UNKNOWN_REGION,
  /** It was issued for another birth date than the one stated. */
  BIRTH_DATE_DIFFERS,
  /** It was issued for the other sex than the one stated. */
  SEX_DIFFERS
}

package id.antrean.domain.applicant;

/** A person's sex as the civil registry records it. */
public enum Sex {
  FEMALE,
  MALE
}

package id.antrean.domain.office;

/** The queue within a session; EXPRESS is same-day completion and costs a surcharge. */
public enum Lane {
  REGULAR,
  PRIORITY,
  EXPRESS
}

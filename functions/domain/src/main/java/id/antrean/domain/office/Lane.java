package id.antrean.domain.office;

import java.util.Arrays;
import java.util.List;

/** The queue within a session. */
public enum Lane {
  REGULAR,
  PRIORITY,
  /** Same-day completion, which costs a surcharge. */
  EXPRESS,
  /**
   * Seats that an office keeps for people whom it registers at its desk: a quota of their own in
   * the day, which nobody else sees or takes.
   */
  WALK_IN;

  /** Those in which applicants book. */
  public static List<Lane> forApplicants() {
    return Arrays.stream(values()).filter(Lane::isForApplicants).toList();
  }

  /** Whether applicants may book in it themselves. */
  public boolean isForApplicants() {
    return this != WALK_IN;
  }
}

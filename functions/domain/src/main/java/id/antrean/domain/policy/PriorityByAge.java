package id.antrean.domain.policy;

import java.time.LocalDate;
import java.time.Period;

/**
 * Who is served first by their age: from 60 on, and under 5. Whoever is for another reason, being
 * pregnant or disabled or along with one of these, declares it by taking a seat in the priority
 * lane, and an officer looks.
 */
public final class PriorityByAge {
  private static final int FROM = 60;
  private static final int UNDER = 5;

  private PriorityByAge() {}

  /** Whether somebody born then is, on that day. */
  public static boolean has(LocalDate birthDate, LocalDate day) {
    int age = Period.between(birthDate, day).getYears();
    return age >= FROM || age < UNDER;
  }
}

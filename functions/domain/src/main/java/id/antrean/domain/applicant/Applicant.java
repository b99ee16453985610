package id.antrean.domain.applicant;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person who wants the passport, as they wrote it.
 *
 * @param phone null only of somebody who was registered at an office's desk
 * @param guardian present exactly for a child
 * @param notes what the identity number says otherwise than the form: for the registry to judge,
 *     never a refusal
 */
public record Applicant(
    ProtectedNik nik,
    String fullName,
    String birthPlace,
    LocalDate birthDate,
    Sex sex,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Guardian guardian,
    List<NikNote> notes) {

  /** Below this age on the day of applying, a guardian applies with the person. */
  public static final int AGE_OF_APPLYING_ALONE = 17;

  public Applicant {
    notes = List.copyOf(notes);
  }

  /** Whether somebody born then is a child on that day. */
  public static boolean isChild(LocalDate birthDate, LocalDate day) {
    return Period.between(birthDate, day).getYears() < AGE_OF_APPLYING_ALONE;
  }
}

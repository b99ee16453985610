package id.antrean.registration.form;

import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.passport.PassportRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A form without faults. */
public record RegistrationForm(PassportRequest passport, Person person) {

  /**
   * The person who will hold the passport.
   *
   * @param phone always of who applies themselves
   * @param guardian exactly with a child
   */
  public record Person(
      NikEntry nik,
      String fullName,
      String birthPlace,
      LocalDate birthDate,
      Sex sex,
      @Nullable String phone,
      @Nullable String email,
      @Nullable GuardianEntry guardian) {}

  /** The adult who applies with a child. */
  public record GuardianEntry(
      NikEntry nik, String fullName, @Nullable String phone, Guardian.Relation relation) {}
}

package id.antrean.registration;

import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.NikNotes;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.registration.form.NikEntry;
import id.antrean.registration.form.RegistrationForm.GuardianEntry;
import id.antrean.registration.form.RegistrationForm.Person;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The people of a form as they are stored and asked about. */
@Singleton
public final class People {
  private final ProtectNik niks;
  private final Regions regions;

  public People(ProtectNik niks, Regions regions) {
    this.niks = niks;
    this.regions = regions;
  }

  /** As stored: identity numbers sealed, and what is odd about the person's own noted. */
  public Applicant applicant(Person person) {
    Nik nik = person.nik().opened(niks);
    return new Applicant(
        person.nik().sealed(niks),
        person.fullName(),
        person.birthPlace(),
        person.birthDate(),
        person.sex(),
        person.phone(),
        person.email(),
        guardian(person.guardian()),
        NikNotes.of(nik, person.birthDate(), person.sex(), regions));
  }

  /** The entry, or the number as it is sealed already if it is the same. */
  public NikEntry keepingSeal(NikEntry entry, ProtectedNik present) {
    return entry.sealed(niks).lookup().equals(present.lookup())
        ? new NikEntry.Kept(present)
        : entry;
  }

  /** What the civil registry is asked. */
  public Question question(Person person) {
    return new Question(
        person.nik().opened(niks),
        person.fullName(),
        person.birthPlace(),
        person.birthDate(),
        person.sex());
  }

  /** The same of a person who is stored. */
  public Question question(Applicant applicant) {
    return new Question(
        niks.open(applicant.nik()),
        applicant.fullName(),
        applicant.birthPlace(),
        applicant.birthDate(),
        applicant.sex());
  }

  private @Nullable Guardian guardian(@Nullable GuardianEntry entry) {
    return entry == null
        ? null
        : new Guardian(entry.nik().sealed(niks), entry.fullName(), entry.phone(), entry.relation());
  }
}

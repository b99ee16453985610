package id.antrean.registration.form;

import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.registration.form.PersonReader.PersonRead;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a whole form, with the rules over several of its fields. */
@Singleton
public final class FormReader {
  private static final int CHILDS_VALIDITY = 5;
  private static final int LONGEST_VALIDITY = 10;

  private final ProtectNik niks;

  public FormReader(ProtectNik niks) {
    this.niks = niks;
  }

  /**
   * The sealed numbers of an earlier form, for what is not written again; null where there are
   * none.
   */
  public record KeptNiks(@Nullable ProtectedNik person, @Nullable ProtectedNik guardian) {
    public static final KeptNiks NONE = new KeptNiks(null, null);
  }

  /**
   * Reads the form and notes its errors. What is answered gives the form once the errors were
   * checked.
   *
   * @param dayOfApplying by which a child is told from an adult
   */
  public Supplier<RegistrationForm> read(
      Fields form, KeptNiks kept, LocalDate dayOfApplying, LocalDate today) {
    return read(form, kept, dayOfApplying, new PersonReader(today, true));
  }

  /** The same of somebody at an office's desk, who applies today and may have no phone. */
  public Supplier<RegistrationForm> readAtDesk(Fields form, LocalDate today) {
    return read(form, KeptNiks.NONE, today, new PersonReader(today, false));
  }

  private Supplier<RegistrationForm> read(
      Fields form, KeptNiks kept, LocalDate dayOfApplying, PersonReader people) {
    Read<PassportRequest.Kind> kind = form.oneOf("kind", PassportRequest.Kind.class);
    Fields passport = form.object("passport");
    Read<PassportRequest.Type> type = passport.oneOf("type", PassportRequest.Type.class);
    Read<Long> validity = validity(passport);
    passport.nothingElse();
    Fields applicant = form.object("applicant");
    PersonRead person = people.person(applicant, kept.person(), kept.guardian());
    form.nothingElse();

    person
        .birthDate()
        .map(born -> Applicant.isChild(born, dayOfApplying))
        .ifPresent(child -> rulesOfAge(child, applicant, person, passport, validity));
    if (person.guardian() != null && samePerson(person.nik(), person.guardianNik())) {
      person.guardian().fault("nik", "guardian-same-nik");
    }
    return () ->
        new RegistrationForm(
            new PassportRequest(kind.get(), type.get(), Math.toIntExact(validity.get())),
            person.person().get());
  }

  private static Read<Long> validity(Fields passport) {
    Read<Long> years = passport.integer("validityYears", CHILDS_VALIDITY, LONGEST_VALIDITY);
    boolean between =
        years.ifSound().filter(y -> y != CHILDS_VALIDITY && y != LONGEST_VALIDITY).isPresent();
    return between
        ? passport.fault("validityYears", "one-of", CHILDS_VALIDITY + ", " + LONGEST_VALIDITY)
        : years;
  }

  private static void rulesOfAge(
      boolean child, Fields applicant, PersonRead person, Fields passport, Read<Long> validity) {
    if (child && !person.hasGuardian()) {
      applicant.fault("guardian", "guardian-required");
    }
    if (!child && person.hasGuardian()) {
      applicant.fault("guardian", "guardian-not-needed");
    }
    if (child && validity.ifSound().filter(years -> years != CHILDS_VALIDITY).isPresent()) {
      passport.fault("validityYears", "child-validity");
    }
  }

  private boolean samePerson(Optional<NikEntry> one, Optional<NikEntry> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    if (one.get() instanceof NikEntry.Stated(Nik first)
        && other.get() instanceof NikEntry.Stated(Nik second)) {
      return first.equals(second);
    }
    return one.get().sealed(niks).lookup().equals(other.get().sealed(niks).lookup());
  }
}

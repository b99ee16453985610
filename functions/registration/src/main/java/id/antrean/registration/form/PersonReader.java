package id.antrean.registration.form;

import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.NameRules;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.registration.form.RegistrationForm.GuardianEntry;
import id.antrean.registration.form.RegistrationForm.Person;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the people on a form, each field for itself. */
final class PersonReader {
  private static final int LONGEST_NAME = 100;
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private final LocalDate today;
  private final boolean phoneNeeded;

  PersonReader(LocalDate today, boolean phoneNeeded) {
    this.today = today;
    this.phoneNeeded = phoneNeeded;
  }

  /**
   * What was read of a person; {@code person} only after the faults were checked.
   *
   * @param birthDate if it is sound
   * @param nik and guardian's, if they are sound
   */
  record PersonRead(
      Supplier<Person> person,
      Optional<LocalDate> birthDate,
      Optional<NikEntry> nik,
      boolean hasGuardian,
      Optional<NikEntry> guardianNik,
      @Nullable Fields guardian) {}

  PersonRead person(
      Fields fields, @Nullable ProtectedNik keptNik, @Nullable ProtectedNik keptGuardianNik) {
    Supplier<Optional<NikEntry>> nik = nik(fields, keptNik);
    Read<String> fullName = name(fields);
    Read<String> birthPlace =
        fields.text("birthPlace", 1, LONGEST_NAME, "place-name", NameRules::isPlacesName);
    Read<LocalDate> birthDate = birthDate(fields);
    Read<Sex> sex = fields.oneOf("sex", Sex.class);
    Optional<Read<String>> phone = phone(fields);
    Optional<Read<String>> email =
        fields.sent("email")
            ? Optional.of(fields.parsed("email", "email", EmailAddress::read))
            : Optional.empty();
    boolean hasGuardian = fields.sent("guardian");
    Fields guardianFields = hasGuardian ? fields.object("guardian") : null;
    GuardianRead guardian =
        guardianFields == null ? null : guardian(guardianFields, keptGuardianNik);
    fields.nothingElse();
    return new PersonRead(
        () ->
            new Person(
                nik.get().orElseThrow(),
                fullName.get(),
                birthPlace.get(),
                birthDate.get(),
                sex.get(),
                phone.map(Read::get).orElse(null),
                email.map(Read::get).orElse(null),
                guardian == null ? null : guardian.entry().get()),
        birthDate.ifSound(),
        nik.get(),
        hasGuardian,
        guardian == null ? Optional.empty() : guardian.nik(),
        guardianFields);
  }

  private record GuardianRead(Supplier<GuardianEntry> entry, Optional<NikEntry> nik) {}

  private Optional<Read<String>> phone(Fields fields) {
    return phoneNeeded || fields.sent("phone")
        ? Optional.of(fields.parsed("phone", "phone", PhoneNumber::read))
        : Optional.empty();
  }

  private GuardianRead guardian(Fields fields, @Nullable ProtectedNik keptNik) {
    Supplier<Optional<NikEntry>> nik = nik(fields, keptNik);
    Read<String> fullName = name(fields);
    Optional<Read<String>> phone = phone(fields);
    Read<Guardian.Relation> relation = fields.oneOf("relation", Guardian.Relation.class);
    fields.nothingElse();
    return new GuardianRead(
        () ->
            new GuardianEntry(
                nik.get().orElseThrow(),
                fullName.get(),
                phone.map(Read::get).orElse(null),
                relation.get()),
        nik.get());
  }

  private static Read<String> name(Fields fields) {
    return fields.text("fullName", 1, LONGEST_NAME, "person-name", NameRules::isPersonsName);
  }

  private static Supplier<Optional<NikEntry>> nik(Fields fields, @Nullable ProtectedNik kept) {
    if (kept != null && !fields.has("nik")) {
      return () -> Optional.of(new NikEntry.Kept(kept));
    }
    Read<Nik> stated =
        fields.parsed(
            "nik",
            faultOf(fields.raw().path("nik").asText()),
            text ->
                Nik.parse(text) instanceof Nik.Parsed(Nik nik)
                    ? Optional.of(nik)
                    : Optional.empty());
    return () -> stated.ifSound().map(NikEntry.Stated::new);
  }

  private static String faultOf(String nik) {
    return Nik.parse(nik) instanceof Nik.Malformed(Nik.Flaw flaw)
        ? switch (flaw) {
          case NOT_SIXTEEN_DIGITS -> "nik-digits";
          case IMPOSSIBLE_DATE -> "nik-date";
          case NO_SERIAL -> "nik-serial";
        }
        : "nik-digits";
  }

  private Read<LocalDate> birthDate(Fields fields) {
    Read<LocalDate> date = fields.date("birthDate");
    if (date.ifSound().filter(born -> born.isAfter(today)).isPresent()) {
      return fields.fault("birthDate", "birth-date-future");
    }
    if (date.ifSound().filter(born -> born.isBefore(EARLIEST_BIRTH)).isPresent()) {
      return fields.fault("birthDate", "birth-date-past");
    }
    return date;
  }
}

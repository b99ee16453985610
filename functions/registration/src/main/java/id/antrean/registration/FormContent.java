package id.antrean.registration;

import id.antrean.registration.form.NikEntry;
import id.antrean.registration.form.RegistrationForm;
import id.antrean.registration.form.RegistrationForm.GuardianEntry;
import id.antrean.registration.form.RegistrationForm.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form says, whatever the order and the spacing it was sent in. */
final class FormContent {

  private FormContent() {}

  static List<String> of(RegistrationForm form) {
    Person person = form.person();
    List<String> content = new ArrayList<>();
    content.add(form.passport().kind().name());
    content.add(form.passport().type().name());
    content.add(Integer.toString(form.passport().validityYears()));
    content.add(nik(person.nik()));
    content.add(person.fullName());
    content.add(person.birthPlace());
    content.add(person.birthDate().toString());
    content.add(person.sex().name());
    content.add(orNothing(person.phone()));
    content.add(orNothing(person.email()));
    GuardianEntry guardian = person.guardian();
    if (guardian != null) {
      content.add(nik(guardian.nik()));
      content.add(guardian.fullName());
      content.add(orNothing(guardian.phone()));
      content.add(guardian.relation().name());
    }
    return content;
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String nik(NikEntry entry) {
    return switch (entry) {
      case NikEntry.Stated(var nik) -> nik.digits();
      case NikEntry.Kept(var nik) -> nik.lookup();
    };
  }
}

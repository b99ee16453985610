package id.antrean.registration.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.application.Application;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.registration.form.FormReader.KeptNiks;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a merge patch as the form that it makes of an application, and judges that form as a whole.
 * Identity numbers are not in what is merged: what the patch leaves out stays sealed as it is.
 */
public final class CorrectionReader {
  private static final Set<String> MAY_BE_TAKEN_AWAY =
      Set.of("/applicant/email", "/applicant/guardian");

  private static final Set<String> HAS_TO_STAY =
      Set.of(
          "/kind",
          "/passport",
          "/passport/type",
          "/passport/validityYears",
          "/applicant",
          "/applicant/nik",
          "/applicant/fullName",
          "/applicant/birthPlace",
          "/applicant/birthDate",
          "/applicant/sex",
          "/applicant/phone",
          "/applicant/guardian/nik",
          "/applicant/guardian/fullName",
          "/applicant/guardian/phone",
          "/applicant/guardian/relation");

  private final FormReader forms;

  public CorrectionReader(FormReader forms) {
    this.forms = forms;
  }

  /** The corrected form, once the errors were checked. */
  public Supplier<RegistrationForm> read(
      ObjectNode patch, Application application, LocalDate today, FieldErrors errors) {
    ObjectNode current = formOf(application);
    ObjectNode sound = patch.deepCopy();
    removeForbiddenNulls(sound, "", errors);
    Guardian guardian = application.dossier().applicant().guardian();
    return forms.read(
        Fields.of(MergePatch.apply(current, sound), "", errors),
        new KeptNiks(
            application.dossier().applicant().nik(), guardian == null ? null : guardian.nik()),
        application.createdAt().atZone(EffectiveDated.JAKARTA).toLocalDate(),
        today);
  }

  /** Notes each null that takes away what has to stay, and goes on as if it had not been sent. */
  private static void removeForbiddenNulls(ObjectNode patch, String pointer, FieldErrors errors) {
    patch
        .properties()
        .removeIf(
            field -> {
              String at = Fields.of(patch, pointer, errors).pointer(field.getKey());
              if (field.getValue() instanceof ObjectNode inner) {
                removeForbiddenNulls(inner, at, errors);
              }
              if (!field.getValue().isNull() || MAY_BE_TAKEN_AWAY.contains(at)) {
                return false;
              }
              errors.add(at, HAS_TO_STAY.contains(at) ? "not-nullable" : "unknown-field");
              return true;
            });
  }

  private static ObjectNode formOf(Application application) {
    Applicant applicant = application.dossier().applicant();
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("kind", application.dossier().passport().kind().name());
    form.putObject("passport")
        .put("type", application.dossier().passport().type().name())
        .put("validityYears", application.dossier().passport().validityYears());
    ObjectNode person =
        form.putObject("applicant")
            .put("fullName", applicant.fullName())
            .put("birthPlace", applicant.birthPlace())
            .put("birthDate", applicant.birthDate().toString())
            .put("sex", applicant.sex().name())
            .put("phone", applicant.phone());
    if (applicant.email() != null) {
      person.put("email", applicant.email());
    }
    Guardian guardian = applicant.guardian();
    if (guardian != null) {
      person
          .putObject("guardian")
          .put("fullName", guardian.fullName())
          .put("phone", guardian.phone())
          .put("relation", guardian.relation().name());
    }
    return form;
  }
}

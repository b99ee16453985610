package id.antrean.gateway.view;

import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.dossier.Dossier;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person, with no more of their number than its last digits. */
public record ApplicantView(
    String nik,
    String fullName,
    String birthPlace,
    String birthDate,
    Sex sex,
    @Nullable String phone,
    @Nullable String email,
    @Nullable GuardianView guardian,
    IdentityView identity,
    List<NikNoteView> notes)
    implements View {

  /** Who answers for a child. */
  public record GuardianView(
      String nik, String fullName, @Nullable String phone, Guardian.Relation relation)
      implements View {

    static @Nullable GuardianView ofOrNull(@Nullable Guardian guardian) {
      return guardian == null
          ? null
          : new GuardianView(
              guardian.nik().masked(), guardian.fullName(), guardian.phone(), guardian.relation());
    }
  }

  /** What the population registry says of the person. */
  public record IdentityView(
      IdentityVerdict verdict, List<String> differs, @Nullable String checkedAt) implements View {

    static IdentityView of(Identity identity, @Nullable ZoneId zone) {
      return new IdentityView(
          identity.verdict(),
          identity.differs(),
          identity.checkedAt() == null ? null : Times.at(identity.checkedAt(), zone));
    }
  }

  /** What is odd about the number. */
  public record NikNoteView(NikNote code, String detail) implements View {

    static NikNoteView of(NikNote note, Language language) {
      return new NikNoteView(note, Messages.text(language, "note." + note.name()));
    }
  }

  static ApplicantView of(Dossier dossier, @Nullable ZoneId zone, Language language) {
    Applicant applicant = dossier.applicant();
    return new ApplicantView(
        applicant.nik().masked(),
        applicant.fullName(),
        applicant.birthPlace(),
        applicant.birthDate().toString(),
        applicant.sex(),
        applicant.phone(),
        applicant.email(),
        GuardianView.ofOrNull(applicant.guardian()),
        IdentityView.of(dossier.identity(), zone),
        applicant.notes().stream().map(note -> NikNoteView.of(note, language)).toList());
  }
}

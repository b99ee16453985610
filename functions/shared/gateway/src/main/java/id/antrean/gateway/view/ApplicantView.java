package id.antrean.gateway.view;

import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.dossier.Dossier;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person, with no more of their number than its last digits. */
public record ApplicantView(
    String nik,
    String fullName,
    String birthPlace,
    String birthDate,
    String sex,
    String phone,
    @Nullable String email,
    @Nullable GuardianView guardian,
    IdentityView identity,
    List<NikNoteView> notes) {

  /** Who answers for a child. */
  public record GuardianView(String nik, String fullName, String phone, String relation) {

    static @Nullable GuardianView ofOrNull(@Nullable Guardian guardian) {
      return guardian == null
          ? null
          : new GuardianView(
              guardian.nik().masked(),
              guardian.fullName(),
              guardian.phone(),
              guardian.relation().name());
    }
  }

  /** What the population registry says of the person. */
  public record IdentityView(String verdict, List<String> differs, @Nullable String checkedAt) {

    static IdentityView of(Identity identity, @Nullable ZoneId zone) {
      return new IdentityView(
          identity.verdict().name(),
          identity.differs(),
          identity.checkedAt() == null ? null : Times.at(identity.checkedAt(), zone));
    }
  }

  /** What is odd about the number. */
  public record NikNoteView(String code, String detail) {

    static NikNoteView of(NikNote note, Language language) {
      return new NikNoteView(note.name(), Messages.text(language, "note." + note.name()));
    }
  }

  static ApplicantView of(Dossier dossier, @Nullable ZoneId zone, Language language) {
    Applicant applicant = dossier.applicant();
    return new ApplicantView(
        applicant.nik().masked(),
        applicant.fullName(),
        applicant.birthPlace(),
        applicant.birthDate().toString(),
        applicant.sex().name(),
        applicant.phone(),
        applicant.email(),
        GuardianView.ofOrNull(applicant.guardian()),
        IdentityView.of(dossier.identity(), zone),
        applicant.notes().stream().map(note -> NikNoteView.of(note, language)).toList());
  }
}

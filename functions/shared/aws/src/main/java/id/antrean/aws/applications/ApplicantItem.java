package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An applicant within an application's item. */
final class ApplicantItem {

  private ApplicantItem() {}

  static ItemWriter of(Applicant applicant) {
    return new ItemWriter()
        .map("nik", nik(applicant.nik()))
        .text("fullName", applicant.fullName())
        .text("birthPlace", applicant.birthPlace())
        .text("birthDate", applicant.birthDate().toString())
        .text("sex", applicant.sex().name())
        .text("phone", applicant.phone())
        .text("email", applicant.email())
        .map("guardian", guardian(applicant.guardian()))
        .texts("notes", applicant.notes().stream().map(NikNote::name).toList());
  }

  static Applicant applicant(ItemReader item) {
    ItemReader guardian = item.mapOrNull("guardian");
    return new Applicant(
        nik(item.map("nik")),
        item.text("fullName"),
        item.text("birthPlace"),
        LocalDate.parse(item.text("birthDate")),
        Sex.valueOf(item.text("sex")),
        item.textOrNull("phone"),
        item.textOrNull("email"),
        guardian == null ? null : guardian(guardian),
        item.texts("notes").stream().map(NikNote::valueOf).toList());
  }

  private static ItemWriter nik(ProtectedNik nik) {
    return new ItemWriter()
        .text("masked", nik.masked())
        .text("lookup", nik.lookup())
        .text("sealed", nik.sealed());
  }

  private static ProtectedNik nik(ItemReader item) {
    return new ProtectedNik(item.text("masked"), item.text("lookup"), item.text("sealed"));
  }

  private static @Nullable ItemWriter guardian(@Nullable Guardian guardian) {
    return guardian == null
        ? null
        : new ItemWriter()
            .map("nik", nik(guardian.nik()))
            .text("fullName", guardian.fullName())
            .text("phone", guardian.phone())
            .text("relation", guardian.relation().name());
  }

  private static Guardian guardian(ItemReader item) {
    return new Guardian(
        nik(item.map("nik")),
        item.text("fullName"),
        item.textOrNull("phone"),
        Guardian.Relation.valueOf(item.text("relation")));
  }
}

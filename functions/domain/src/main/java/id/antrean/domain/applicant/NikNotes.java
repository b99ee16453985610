package id.antrean.domain.applicant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares a NIK with what the applicant states about themselves. */
public final class NikNotes {

  private NikNotes() {}

  /** Everything odd about the NIK, in the order of {@link NikNote}; empty when all agrees. */
  public static List<NikNote> of(Nik nik, LocalDate birthDate, Sex sex, Regions regions) {
    List<NikNote> notes = new ArrayList<>();
    if (!regions.knows(nik)) {
      notes.add(NikNote.UNKNOWN_REGION);
    }
    if (!nik.agreesWith(birthDate)) {
      notes.add(NikNote.BIRTH_DATE_DIFFERS);
    }
    if (nik.sex() != sex) {
      notes.add(NikNote.SEX_DIFFERS);
    }
    return List.copyOf(notes);
  }
}

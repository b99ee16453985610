package id.antrean.domain.applicant;

import java.time.LocalDate;

/** Asks the civil registry (Dukcapil) whether a person is who they say they are. */
public interface AskDukcapil {

  /**
   * The registry's verdict. Answers within a few seconds; a registry that is down, slow, out of
   * quota or incomprehensible is {@link DukcapilAnswer.Unavailable}, never an exception.
   */
  DukcapilAnswer ask(Question question);

  /**
   * What is known of the person. Its text form shows only the masked NIK.
   *
   * @param birthPlace place of birth as the person writes it
   */
  record Question(Nik nik, String fullName, String birthPlace, LocalDate birthDate, Sex sex) {
    @Override
    public String toString() {
      return "Question[" + nik + "]";
    }
  }
}

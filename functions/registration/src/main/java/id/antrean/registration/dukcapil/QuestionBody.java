package id.antrean.registration.dukcapil;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.Sex;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A question as JSON in the registry's words, misspelt as the registry spells them. */
final class QuestionBody {

  /** From which score on, of 100, an element counts as agreeing. */
  static final int THRESHOLD = 90;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

  private QuestionBody() {}

  static String of(Question question, DukcapilAccess access) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("USER_ID", access.userId())
        .put("PASSWORD", access.password())
        .put("IP_USER", access.ipUser())
        .put("TRESHOLD", Integer.toString(THRESHOLD))
        .put("NIK", question.nik().digits())
        .put("NAMA_LGKP", question.fullName())
        .put("TMPT_LHR", question.birthPlace())
        .put("TGL_LHR", DATE.format(question.birthDate()))
        .put("JENIS_KLMIN", question.sex() == Sex.FEMALE ? "Perempuan" : "Laki-Laki")
        .toString();
  }
}

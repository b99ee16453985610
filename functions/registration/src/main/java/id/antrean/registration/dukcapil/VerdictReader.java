package id.antrean.registration.dukcapil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Deceased;
import id.antrean.domain.applicant.DukcapilAnswer.Differs;
import id.antrean.domain.applicant.DukcapilAnswer.Element;
import id.antrean.domain.applicant.DukcapilAnswer.Inactive;
import id.antrean.domain.applicant.DukcapilAnswer.Matched;
import id.antrean.domain.applicant.DukcapilAnswer.NotFound;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the registry's HTTP 200 envelope, which holds a comparison, an outcome by code, or an
 * operational text.
 *
 * <p>Only what is certainly a verdict becomes one. A text about our access is recognised before any
 * code, and all that is unknown or incomplete is {@link Unavailable}, so that nobody is refused
 * because the registry has a bad day.
 */
final class VerdictReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Element> ELEMENTS =
      Map.of(
          "NAMA_LGKP", Element.FULL_NAME,
          "TMPT_LHR", Element.BIRTH_PLACE,
          "TGL_LHR", Element.BIRTH_DATE,
          "JENIS_KLMIN", Element.SEX);

  private static final String QUOTA_USED_UP = "kuota akses";
  private static final List<String> ABOUT_OUR_ACCESS =
      List.of(
          "login gagal",
          "ip address tidak",
          "ip client tidak",
          "user id tidak",
          "instansi tidak",
          "parameter tidak",
          "tidak boleh kosong");

  private VerdictReader() {}

  static DukcapilAnswer read(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body).path("content").path(0);
      return answer.isObject() ? read(answer) : garbage();
    } catch (IOException e) {
      return garbage();
    }
  }

  private static DukcapilAnswer read(JsonNode answer) {
    if (!answer.has("RESPON") && !answer.has("RESPONSE_CODE")) {
      return comparison(answer);
    }
    Unavailable trouble = trouble(answer);
    return trouble != null ? trouble : outcome(answer.path("RESPONSE_CODE").asText());
  }

  private static @Nullable Unavailable trouble(JsonNode answer) {
    String text =
        (answer.path("RESPON").asText() + '\n' + answer.path("RESPONSE_DESC").asText())
            .toLowerCase(Locale.ROOT);
    if (text.contains(QUOTA_USED_UP)) {
      return new Unavailable(Cause.QUOTA);
    }
    return ABOUT_OUR_ACCESS.stream().anyMatch(text::contains)
        ? new Unavailable(Cause.REFUSED)
        : null;
  }

  private static DukcapilAnswer outcome(String code) {
    return switch (code) {
      case "11" -> new Deceased();
      case "13", "15" -> new NotFound(); // 15: no NIK of the registry's format, so none it has
      case "12", "14" ->
          new Inactive(); // 12: several records, which only the registry's office can merge
      case "08" -> new Inactive(); // final without a published meaning; that office can tell
      default -> garbage();
    };
  }

  private static DukcapilAnswer comparison(JsonNode answer) {
    if (score(answer.path("NIK")).orElse(0) < QuestionBody.THRESHOLD) {
      return garbage(); // a record that disagrees with the very NIK it was found by
    }
    Set<Element> differing = EnumSet.noneOf(Element.class);
    for (Map.Entry<String, Element> element : ELEMENTS.entrySet()) {
      OptionalInt score = score(answer.path(element.getKey()));
      if (score.isEmpty()) {
        return garbage();
      }
      if (score.getAsInt() < QuestionBody.THRESHOLD) {
        differing.add(element.getValue());
      }
    }
    return differing.isEmpty() ? new Matched() : new Differs(differing);
  }

  private static OptionalInt score(JsonNode element) {
    return element.isTextual() ? MatchText.score(element.textValue()) : OptionalInt.empty();
  }

  private static Unavailable garbage() {
    return new Unavailable(Cause.GARBAGE);
  }
}

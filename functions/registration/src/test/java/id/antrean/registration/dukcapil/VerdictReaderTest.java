package id.antrean.registration.dukcapil;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Deceased;
import id.antrean.domain.applicant.DukcapilAnswer.Differs;
import id.antrean.domain.applicant.DukcapilAnswer.Element;
import id.antrean.domain.applicant.DukcapilAnswer.Inactive;
import id.antrean.domain.applicant.DukcapilAnswer.Matched;
import id.antrean.domain.applicant.DukcapilAnswer.NotFound;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTest {

  @Test
  void allElementsAgreeing() {
    assertThat(comparison("Sesuai (92)", "Sesuai", "sesuai", "SESUAI (90)"))
        .isEqualTo(new Matched());
  }

  @Test
  void eachDifferingElementIsNamed() {
    assertThat(comparison("Tidak Sesuai (40)", "Sesuai", "Tidak Sesuai", "Sesuai"))
        .isEqualTo(new Differs(Set.of(Element.FULL_NAME, Element.BIRTH_DATE)));
    assertThat(comparison("Sesuai", "", "Sesuai", "Tidak Sesuai"))
        .isEqualTo(new Differs(Set.of(Element.BIRTH_PLACE, Element.SEX)));
    assertThat(comparison("(75)", "(10)", "(0)", "tidak sesuai"))
        .isEqualTo(new Differs(EnumSet.allOf(Element.class)));
  }

  @Test
  void aScoreBelowTheThresholdIsADifference() {
    assertThat(comparison("Sesuai (89)", "Sesuai", "Sesuai", "Sesuai"))
        .isEqualTo(new Differs(Set.of(Element.FULL_NAME)));
    assertThat(comparison("(90)", "Sesuai", "Sesuai", "Sesuai")).isEqualTo(new Matched());
  }

  @Test
  void definitiveOutcomesComeByCode() {
    assertThat(outcome("11")).isEqualTo(new Deceased());
    assertThat(outcome("13")).isEqualTo(new NotFound());
    assertThat(outcome("15")).isEqualTo(new NotFound());
  }

  @Test
  void whatOnlyTheRegistrysOfficeCanSolveSendsThePersonThere() {
    assertThat(outcome("12")).isEqualTo(new Inactive());
    assertThat(outcome("14")).isEqualTo(new Inactive());
    assertThat(outcome("08")).isEqualTo(new Inactive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "99", "13 ", "TIADA"})
  void anUnknownCodeIsNoVerdict(String code) {
    assertThat(outcome(code)).isEqualTo(new Unavailable(Cause.GARBAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kuota Akses Hari ini telah Habis", "KUOTA AKSES HARI INI TELAH HABIS"})
  void aUsedUpQuotaSaysNothingAboutThePerson(String text) {
    assertThat(operational(text)).isEqualTo(new Unavailable(Cause.QUOTA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Login Gagal",
        "IP Address Tidak Sesuai",
        "IP Client Tidak terdaftar",
        "User ID Tidak Aktif",
        "Instansi Tidak Aktif",
        "Parameter Tidak Lengkap",
        "Parameter Tidak Valid",
        "User, password dan IP tidak boleh kosong"
      })
  void troubleWithOurAccessSaysNothingAboutThePerson(String text) {
    assertThat(operational(text)).isEqualTo(new Unavailable(Cause.REFUSED));
    assertThat(
            read(
                """
                {"content":[{"RESPON":"%s","RESPONSE_CODE":"13","RESPONSE_DESC":""}]}"""
                    .formatted(text)))
        .isEqualTo(new Unavailable(Cause.REFUSED));
  }

  @Test
  void aTextThatIsNotKnownIsNoVerdict() {
    assertThat(operational("Data Tidak Ditemukan")).isEqualTo(new Unavailable(Cause.GARBAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>Bad Gateway</html>",
        "{\"content\":[",
        "{\"content\":[]}",
        "{\"content\":[null]}",
        "{\"content\":{}}",
        "{\"content\":[\"Sesuai\"]}",
        "{\"content\":[{}]}",
        "{\"content\":[{\"NIK\":\"Sesuai\"}]}",
        "{\"content\":[{\"NAMA_LGKP\":\"Sesuai\",\"TMPT_LHR\":\"Sesuai\",\"TGL_LHR\":\"Sesuai\",\"JENIS_KLMIN\":1}]}",
        "{\"content\":[{\"RESPONSE_CODE\":null}]}",
        "{\"content\":[{\"NIK\":\"Tidak Sesuai\",\"NAMA_LGKP\":\"Sesuai\",\"TMPT_LHR\":\"Sesuai\",\"TGL_LHR\":\"Sesuai\",\"JENIS_KLMIN\":\"Sesuai\"}]}",
      })
  void whatIsIncompleteOrIncomprehensibleIsNoVerdict(String body) {
    assertThat(read(body)).isEqualTo(new Unavailable(Cause.GARBAGE));
  }

  @Test
  void anElementAnsweredInUnknownWordsIsNoVerdict() {
    assertThat(comparison("Mungkin", "Sesuai", "Sesuai", "Sesuai"))
        .isEqualTo(new Unavailable(Cause.GARBAGE));
  }

  @Test
  void aDeepNestIsNoVerdict() {
    assertThat(read("{\"content\":" + "[".repeat(30_000)))
        .isEqualTo(new Unavailable(Cause.GARBAGE));
  }

  private static DukcapilAnswer comparison(
      String name, String birthPlace, String birthDate, String sex) {
    return read(
        """
        {"content":[{"NIK":"Sesuai","NAMA_LGKP":"%s","TMPT_LHR":"%s","TGL_LHR":"%s","JENIS_KLMIN":"%s"}],
         "lastPage":true,"numberOfElements":1,"sort":null,"totalElements":1,"firstPage":true,"number":0,"size":1,
         "quotaLimiter":56616}"""
            .formatted(name, birthPlace, birthDate, sex));
  }

  private static DukcapilAnswer outcome(String code) {
    return read(
        """
        {"content":[{"RESPON":"-","RESPONSE_CODE":"%s","RESPONSE_DESC":"-"}],"lastPage":true}"""
            .formatted(code));
  }

  private static DukcapilAnswer operational(String text) {
    return read("{\"content\":[{\"RESPON\":\"%s\"}],\"quotaLimiter\":0}".formatted(text));
  }

  private static DukcapilAnswer read(String body) {
    return VerdictReader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}

package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUHARTO",
        "Y",
        "SITI AMINAH",
        "MUHAMMAD 'ABDUL",
        "'ABDUL",
        "\u2018AISYAH",
        "MA\u2019RUF",
        "MA`RUF",
        "Moh. Ali",
        "H. AHMAD, S.Ag",
        "ANAK AGUNG NGURAH-RAI",
        "RAJU A/L MUTHU",
        "ANDI 2",
        "Émile",
        "王小明",
        "سيتي",
        "ꦱꦶꦠꦶ",
        "Nguyễn",
        "ʻOKINA",
        "\uD842\uDFB7田"
      })
  void isAPersonsName(String name) {
    assertThat(NameRules.isPersonsName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'",
        ".",
        "-",
        "1",
        "123",
        "2PAC",
        ", S.Ag",
        "SITI;",
        "SITI=1",
        "<SITI>",
        "SITI\"",
        "SITI|A",
        "siti@example.org",
        "☺",
        "SITI ☺",
        "Ⅳ",
        "\u0301A",
        "(SITI)",
        "SITI_A",
        "SITI\\A"
      })
  void isNoPersonsName(String name) {
    assertThat(NameRules.isPersonsName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERANG",
        "16 ULU",
        "7 ULU",
        "KOTA BARU (P. LAUT)",
        "BANDUNG/CIMAHI",
        "SEI. RAMPAH",
        "SOE",
        "'S-GRAVENHAGE",
        "JAKARTA 2"
      })
  void isAPlacesName(String name) {
    assertThat(NameRules.isPlacesName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16", "12345 ULU", "(SERANG)", "-SERANG", "SERANG;", "SERANG=1", "☺"})
  void isNoPlacesName(String name) {
    assertThat(NameRules.isPlacesName(name)).isFalse();
  }

  /** Marks are drawn above one another, over the lines before. */
  @ParameterizedTest
  @ValueSource(ints = {9, 90})
  void aTowerOfMarksIsNoName(int marks) {
    assertThat(NameRules.isPersonsName("S" + "\u0301".repeat(marks))).isFalse();
    assertThat(NameRules.isPersonsName("S" + "\u0301".repeat(8) + "ITI")).isTrue();
  }
}

package id.antrean.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.text.PlainText.Clean;
import id.antrean.domain.text.PlainText.Flaw;
import id.antrean.domain.text.PlainText.Flawed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void theSameWordsAreTheSameTextHoweverTheyWereTyped() {
    assertThat(read("SITI AMINAH")).isEqualTo(new Clean("SITI AMINAH"));
    assertThat(read("  SITI \u00A0\u3000 AMINAH ")).isEqualTo(new Clean("SITI AMINAH"));
    assertThat(read("E\u0301MILE")).isEqualTo(read("\u00C9MILE"));
    assertThat(read("\u212B")).isEqualTo(new Clean("\u00C5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王小明",
        "سيتي",
        "சித்தி",
        "ꦱꦶꦠꦶ",
        "Nguyễn",
        "\uD842\uDFB7田",
        "O\u2019Brien",
        "MA'RUF",
        "Ñ"
      })
  void everyScriptIsText(String text) {
    assertThat(read(text)).isEqualTo(new Clean(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "SITI \uDC00", "\uDC00\uD800", "A\uD83D", "SITI \uFFFD"})
  void halfACharacterIsNone(String text) {
    assertThat(read(text)).isEqualTo(new Flawed(Flaw.NOT_UNICODE));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E,
        0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x202E, 0x2028, 0x2029, 0x2060, 0x2066, 0x2069,
        0x2800, 0x3164, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFC, 0xFFFE, 0xE0001, 0xE0101, 0x10FFFF,
        0x0378, 0x180B, 0x180F, 0xFE00, 0xE0100, 0xE01EF, 0x17B4, 0x17B5, 0x1D159
      })
  void whatIsNotSeenIsRefusedAloneBeforeWithinAndAfter(int hidden) {
    String character = Character.toString(hidden);

    for (String text :
        new String[] {character, character + "SITI", "SI" + character + "TI", "SITI" + character}) {
      assertThat(read(text)).as("U+%04X", hidden).isEqualTo(new Flawed(Flaw.INVISIBLE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x180A, 0x1820, 0xFDFD, 0xFE10})
  void whatStandsBesideThemIsSeen(int shown) {
    assertThat(read(Character.toString(shown))).isInstanceOf(Clean.class);
  }

  @Test
  void blanksAloneAreNoText() {
    IntStream.of(' ', 0xA0, 0x1680, 0x2000, 0x2003, 0x200A, 0x202F, 0x205F, 0x3000)
        .forEach(
            blank ->
                assertThat(read(Character.toString(blank)))
                    .as("U+%04X", blank)
                    .isEqualTo(new Flawed(Flaw.LENGTH)));
    assertThat(read("")).isEqualTo(new Flawed(Flaw.LENGTH));
  }

  @Test
  void lengthIsCountedInCharactersOfTheTextThatIsKept() {
    assertThat(PlainText.read("\uD842\uDFB7".repeat(10), 1, 10)).isInstanceOf(Clean.class);
    assertThat(PlainText.read("E\u0301".repeat(10), 1, 10)).isInstanceOf(Clean.class);
    assertThat(PlainText.read(" ".repeat(5) + "é".repeat(10), 1, 10)).isInstanceOf(Clean.class);
    assertThat(PlainText.read("é".repeat(11), 1, 10)).isEqualTo(new Flawed(Flaw.LENGTH));
    assertThat(PlainText.read("ab", 3, 10)).isEqualTo(new Flawed(Flaw.LENGTH));
  }

  /** Putting marks in order takes time by the square of their number. */
  @Test
  void aTextThatCannotBecomeShortEnoughIsNotNormalised() {
    String marks = "a" + "\u0316\u0301".repeat(1_000_000);

    assertThat(read(marks)).isEqualTo(new Flawed(Flaw.LENGTH));
    assertThat(PlainText.read(" ".repeat(79) + "a", 1, 10)).isEqualTo(new Clean("a"));
    assertThat(PlainText.read(" ".repeat(80) + "a", 1, 10)).isEqualTo(new Flawed(Flaw.LENGTH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+62",
        "-1",
        "@SUM(A1)",
        " =1",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF201"
      })
  void nothingBeginsAFormula(String text) {
    assertThat(read(text)).isEqualTo(new Flawed(Flaw.FORMULA));
  }

  @Test
  void aFormulasSignsMayStandWithin() {
    assertThat(read("A=B+C-D@E")).isEqualTo(new Clean("A=B+C-D@E"));
  }

  private static PlainText.Reading read(String text) {
    return PlainText.read(text, 1, 100);
  }
}

package id.antrean.uploads.inspection.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value stands for, however it is written, and how much of one is read. */
class ReadingValuesTest {

  private static PdfReader.Reading read(String written) {
    return PdfReader.read(written.getBytes(StandardCharsets.ISO_8859_1), 0, new Work());
  }

  private static @Nullable PdfValue value(String written) {
    return read(written).value();
  }

  @ParameterizedTest
  @CsvSource({
    "/Launch, Launch",
    "/L#61unch, Launch",
    "/#4cau#6E#63h, Launch",
    "/A#20B, A B",
    "/A##42, A#B",
    "/A#23, A#",
    "/A#4, A#4",
    "/A#, A#",
    "/A#4G, A#4G",
    "/A#G4, A#G4",
    "/A#42#, AB#",
    "/A(b), A",
    "/A/B, A",
    "/A%b, A"
  })
  void aNameMayHaveItsCharactersByTheirNumbers(String written, String name) {
    assertThat(value(written)).isEqualTo(new PdfValue.Name(name));
  }

  @Test
  void aNumberOfACharacterMayBeZero() {
    assertThat(value("/A#00#0a")).isEqualTo(new PdfValue.Name("A\0\n"));
    assertThat(value("/A#a0")).isEqualTo(new PdfValue.Name("A\u00A0"));
  }

  @Test
  void ofALongNameTheBeginningCounts() {
    assertThat(value("/" + "A".repeat(128))).isEqualTo(new PdfValue.Name("A".repeat(127)));
    assertThat(read("/" + "A".repeat(128)).end()).isEqualTo(129);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "-12, -12",
    "+3, 3",
    "1.9, 1",
    "-.5, 0",
    "7 8 9, 7",
    "7 0 Rx, 7",
    "7 0, 7",
    "2147483647, 2147483647",
    "21474836479, 2147483647",
    "42949672961, 4294967296"
  })
  void aNumberIsReadWithoutItsFraction(String written, long number) {
    assertThat(value(written)).isEqualTo(new PdfValue.Numeral(number));
  }

  @ParameterizedTest
  @CsvSource({"7 0 R, 7", "4294967296 0 R, 2147483647", "7 0 R/A, 7"})
  void anotherObjectIsMeantByItsNumber(String written, int number) {
    assertThat(value(written)).isEqualTo(new PdfValue.Reference(number));
  }

  @Test
  void aCommentMayStandWithinAReference() {
    assertThat(value("7 % of them\n0 R")).isEqualTo(new PdfValue.Reference(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(abc)      | abc    | 5",
        "(a(b)c)d   | a(b)c  | 7",
        "(a\\)b)    | a)b    | 6",
        "(abc       | abc    | 4",
        "(a\\       | a      | 3",
        "<6162>     | ab     | 6",
        "<6162> (c) | ab     | 6",
        "<61627     | abp    | 6",
        "<6162      | ab     | 5"
      })
  void aTextEndsWithItsBracketOrWithTheFile(String written, String text, int end) {
    PdfReader.Reading reading = read(written);

    assertThat(reading.value())
        .isInstanceOfSatisfying(
            PdfValue.Text.class,
            it -> assertThat(new String(it.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(text));
    assertThat(reading.end()).isEqualTo(end);
  }

  @Test
  void collectionsAreReadToTheirEndWhateverIsMissingInThem() {
    PdfValue one = new PdfValue.Numeral(1);

    assertThat(value("[1[1]/A(b)]"))
        .isInstanceOfSatisfying(PdfValue.Array.class, it -> assertThat(it.items()).hasSize(4));
    assertThat(value("[1 >> 1")).isEqualTo(new PdfValue.Array(List.of(one, one)));
    assertThat(value("[1 >")).isEqualTo(new PdfValue.Array(List.of(one)));
    assertThat(value("<</A 1/B>>")).isEqualTo(new PdfValue.Dictionary(List.of("A"), List.of(one)));
    assertThat(value("<<7 ]/A 1")).isEqualTo(new PdfValue.Dictionary(List.of("A"), List.of(one)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " % nothing", "]", ">>", ">", "endobj", "stream", "trailer<<>>"})
  void whatEndsAnotherThingIsNoValue(String written) {
    assertThat(value(written)).isNull();
  }

  @Test
  void aWordThatEndsAnObjectIsLeftWhereItIs() {
    assertThat(read(" endobj").end()).isEqualTo(1);
    assertThat(read("true endobj").end()).isEqualTo(4);
    assertThat(value("true")).isEqualTo(new PdfValue.Word("true"));
    assertThat(value("abcdefghijklmnopqrstuvwxyz"))
        .isEqualTo(new PdfValue.Word("abcdefghijklmnop"));
  }

  /** Another reader may see there what this one does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[/JS",
        "[/JS /A",
        "[/A /JS",
        "[/J#53 /A",
        "<</JS",
        "<</JS 1 /A",
        "[/JS >> ]",
        "<</JS ] 1>>",
        "<</A/JS 7>>",
        "[/JS word]",
        "[/JS )]",
        "[/JS (a",
        "[/JS <61"
      })
  void whatActsBesideWhatHadToBeForgivenIsDubious(String written) {
    assertThat(read(written).dubious()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[/JS]", "<</JS 1>>", "[/A", "<</A", "[/A word]", "(/JS", "[(/JS) 1"})
  void eitherAloneIsNot(String written) {
    assertThat(read(written).dubious()).isFalse();
  }

  // ---- How much is read ----

  @Test
  void aHundredCollectionsMayLieInEachOtherAndNotOneMore() {
    String lists = "[".repeat(100);
    String dictionaries = "<</A ".repeat(100);

    assertThat(value(lists + "]".repeat(100))).isNotNull();
    assertThat(value(dictionaries + "1" + ">>".repeat(100))).isNotNull();
    assertThatThrownBy(() -> read(lists + "[]")).isInstanceOf(TooMuchWork.class);
    assertThatThrownBy(() -> read(dictionaries + "<<>>")).isInstanceOf(TooMuchWork.class);
  }

  @Test
  void aValueHoldsAQuarterOfAMillionOthersAtTheMost() {
    // The list itself and its end count too.
    assertThat(value("[" + "0 ".repeat(249_998) + "]")).isNotNull();
    assertThatThrownBy(() -> read("[" + "0 ".repeat(249_999) + "]"))
        .isInstanceOf(TooMuchWork.class);
  }

  @Test
  void ofAFileSoManyBytesAreReadAndNotOneMore() {
    int million = 1024 * 1024;
    byte[] text =
        ("stray".repeat(2) + "(" + "x".repeat(million - 3) + ")")
            .getBytes(StandardCharsets.ISO_8859_1);
    Work work = new Work();
    for (int i = 0; i < Work.BYTES_READ / million; i++) {
      PdfReader.read(text, 10, work);
    }

    assertThatThrownBy(() -> PdfReader.read(new byte[0], 0, work)).isInstanceOf(TooMuchWork.class);
  }

  @Test
  void ofAFileSoManyValuesAreReadAndNotOneMore() {
    byte[] list = ("[" + "0 ".repeat(199_998) + "]").getBytes(StandardCharsets.ISO_8859_1);
    Work work = new Work();
    for (int i = 0; i < Work.VALUES_READ / 200_000; i++) {
      PdfReader.read(list, 0, work);
    }

    assertThatThrownBy(() -> PdfReader.read(new byte[] {'1'}, 0, work))
        .isInstanceOf(TooMuchWork.class);
  }

  @Test
  void ofAFileSoMuchIsUnpackedAndSoManyObjectsAreKnown() {
    Work work = new Work();
    work.unpacked(Work.BYTES_UNPACKED);
    for (int i = 0; i < Work.OBJECTS; i++) {
      work.object();
    }

    assertThatThrownBy(() -> work.unpacked(1)).isInstanceOf(TooMuchWork.class);
    assertThatThrownBy(work::object).isInstanceOf(TooMuchWork.class);
  }
}

package id.antrean.uploads.inspection.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object is found by its word, wherever it stands, and known by the numbers before it. */
class FindingObjectsTest {

  private static ObjectScan.Found found(String file) {
    return ObjectScan.in(file.getBytes(StandardCharsets.ISO_8859_1), new Work());
  }

  private static StoredObject only(String file) {
    assertThat(found(file).objects()).hasSize(1);
    return found(file).objects().getFirst();
  }

  @Test
  void itsNumbersStandBeforeItHoweverFar() {
    assertThat(only("12 3 obj 7").number()).isEqualTo(12);
    assertThat(only("12 3 obj 7").generation()).isEqualTo(3);
    assertThat(only("12" + " ".repeat(64) + "3" + "\n".repeat(64) + "obj").number()).isEqualTo(12);
    assertThat(only("12" + " ".repeat(65) + "3 obj").number()).isZero();
    assertThat(only("12 3" + " ".repeat(65) + "obj").number()).isZero();
    assertThat(only("3 obj").number()).isZero();
    assertThat(only(" obj").number()).isZero();
    assertThat(only("obj").number()).isZero();
    assertThat(only("12 x3 obj").number()).isZero();
  }

  @Test
  void whatNobodyNumbersSoHasNoNumber() {
    assertThat(only("8388607 0 obj").number()).isEqualTo(8_388_607);
    assertThat(only("8388608 0 obj").number()).isZero();
    assertThat(only("0000000000000012 0 obj").number()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aobj", "zobj", "Aobj", "Zobj", "1 0 endobj", "ob", "1 0 Obj"})
  void theEndOfAnotherWordIsNoObject(String file) {
    assertThat(found(file).objects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"`obj", "{obj", "@obj", "[obj", "1 0obj", ">obj"})
  void behindAnythingElseItIs(String file) {
    assertThat(found(file).objects()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", ""})
  void aStreamBeginsBehindItsLineEndAndIsWholeWhereItEnds(String lineEnd) {
    String head = "1 0 obj<</Length 3>>stream" + lineEnd;

    StoredObject whole = only(head + "abc\nendstream");
    assertThat(whole.stream())
        .isEqualTo(new StoredObject.StreamSpan(head.length(), head.length() + 3, true));
    StoredObject cut = only(head + "ab");
    assertThat(cut.stream())
        .isEqualTo(new StoredObject.StreamSpan(head.length(), head.length() + 2, false));
    StoredObject longer = only(head + "abcde endobj");
    assertThat(longer.stream())
        .isEqualTo(new StoredObject.StreamSpan(head.length(), head.length() + 6, true));
  }

  @Test
  void whatLooksLikeAnObjectWithinAStreamIsToldApart() {
    ObjectScan.Found found =
        found("1 0 obj<</Length 9>>stream\n2 0 obj 7endstream 3 0 obj 8 endobj");

    assertThat(found.objects()).extracting(StoredObject::number).containsExactly(1, 3);
    assertThat(found.hidden()).extracting(StoredObject::number).containsExactly(2);
  }

  @Test
  void ofTwoStreamsWithoutALengthEachHasItsOwnEnd() {
    String first = "1 0 obj<<>>stream\nabc";
    String second = "endstream 2 0 obj<<>>stream\nd";
    ObjectScan.Found found = found(first + second + "endstream");

    assertThat(found.objects())
        .extracting(StoredObject::stream)
        .containsExactly(
            new StoredObject.StreamSpan(18, 21, true),
            new StoredObject.StreamSpan(
                (first + second).length() - 1, (first + second).length(), true));
  }

  @Test
  void aFileHasItsEndBehindItsLastObject() {
    assertThat(found("1 0 obj 7 endobj startxref").ended()).isTrue();
    assertThat(found("startxref 1 0 obj 7 endobj").ended()).isFalse();
    assertThat(found("1 0 obj 7 endobj trailer<<>>").trailers()).hasSize(1);
    assertThat(found("trailer <</A 1>> trailer").trailers()).containsExactly(7, 24);
    assertThat(found("").ended()).isFalse();
  }
}

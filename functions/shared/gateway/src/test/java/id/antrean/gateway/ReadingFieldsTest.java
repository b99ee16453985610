package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.domain.office.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a form: what is right is read, and of what is wrong everything is told at once. */
class ReadingFieldsTest {

  private static void reads(Object value, String json, Function<Fields, Fields.Read<?>> reader) {
    Sent sent = Sent.json(json);
    Fields.Read<?> read = reader.apply(sent.fields());
    assertThat(sent.wrong()).isEmpty();
    assertThat((Object) read.get()).isEqualTo(value);
  }

  private static List<String> wrong(String json, Function<Fields, Fields.Read<?>> reader) {
    Sent sent = Sent.json(json);
    assertThat(reader.apply(sent.fields()).ifSound()).isEmpty();
    return sent.wrong();
  }

  // ---- Whole numbers ----

  @ParameterizedTest
  @ValueSource(longs = {-2, 0, 10})
  void aWholeNumberIsReadUpToItsBounds(long number) {
    reads(number, "{\"seats\":" + number + "}", it -> it.integer("seats", -2, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "11", "1.0", "1e0", "\"1\"", "true", "[1]", "18446744073709551617"})
  void whatIsNoWholeNumberWithinThemHearsThem(String number) {
    assertThat(wrong("{\"seats\":" + number + "}", it -> it.integer("seats", -2, 10)))
        .containsExactly("/seats Has to be a whole number from -2 to 10.");
  }

  // ---- Days ----

  @Test
  void aDayIsWrittenFromYearToDay() {
    reads(LocalDate.of(2028, 2, 29), "{\"day\":\"2028-02-29\"}", it -> it.date("day"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-29", "2026-12-7", "07-12-2026", "20261207", "+12026-12-07", "", "today"})
  void whatIsNoDayIsAFault(String day) {
    assertThat(wrong("{\"day\":\"" + day + "\"}", it -> it.date("day")))
        .containsExactly("/day Has to be a date such as 2026-12-07.");
  }

  // ---- One of some values ----

  @Test
  void oneOfSomeValuesIsCalledByItsName() {
    reads(Lane.PRIORITY, "{\"lane\":\"PRIORITY\"}", it -> it.oneOf("lane", Lane.class));
    reads(Lane.REGULAR, "{\"lane\":\"REGULAR\"}", it -> it.oneOf("lane", Lane.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"priority\"", "\"\"", "\"OTHER\"", "0", "true", "{}"})
  void anyOtherHearsAllOfThem(String lane) {
    assertThat(wrong("{\"lane\":" + lane + "}", it -> it.oneOf("lane", Lane.class)))
        .containsExactly("/lane Has to be one of: REGULAR, PRIORITY, EXPRESS, WALK_IN.");
  }

  // ---- Texts with rules ----

  @Test
  void aTextThatBreaksItsRuleHearsTheRuleAlone() {
    reads("SITI", "{\"name\":\"SITI\"}", it -> it.text("name", 1, 9, "phone", "SITI"::equals));
    assertThat(wrong("{\"name\":\"BUDI\"}", it -> it.text("name", 1, 9, "date", "SITI"::equals)))
        .containsExactly("/name Has to be a date such as 2026-12-07.");
    assertThat(wrong("{\"name\":\"\"}", it -> it.text("name", 1, 9, "date", "SITI"::equals)))
        .containsExactly("/name Has to have 1 to 9 characters.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"SITI\"   | Has to be a date such as 2026-12-07.",
        "\"\\ud800\" | Contains broken characters. Please type it again.",
        "7          | Has to be text.",
        "null       | Required."
      })
  void whatAParserDoesNotUnderstandIsAFault(String json, String detail) {
    assertThat(
            wrong("{\"x\":" + json + "}", it -> it.parsed("x", "date", text -> Optional.empty())))
        .containsExactly("/x " + detail);
    reads("ab", "{\"x\":\"a\"}", it -> it.parsed("x", "date", text -> Optional.of(text + "b")));
  }

  @Test
  void whatIsNoTextIsNoneWhateverItsLength() {
    assertThat(wrong("{\"x\":12345}", it -> it.text("x", 1, 9)))
        .containsExactly("/x Has to be text.");
  }

  // ---- Objects and lists ----

  @Test
  void aFieldWithinAnObjectIsToldByItsWholePlace() {
    Sent sent = Sent.json("{\"guardian\":{\"name\":7}}");

    sent.fields().object("guardian").text("name", 1, 9);

    assertThat(sent.wrong()).containsExactly("/guardian/name Has to be text.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}               | Required.",
        "{\"guardian\":null} | Required.",
        "{\"guardian\":[]}   | Has to be a JSON object."
      })
  void ofAMissingObjectItsFieldsAreNotMissingToo(String json, String detail) {
    Sent sent = Sent.json(json);

    sent.fields().object("guardian").text("name", 1, 9);

    assertThat(sent.wrong()).containsExactly("/guardian " + detail);
  }

  @Test
  void eachItemOfAListIsToldByItsNumber() {
    Sent sent = Sent.json("{\"sessions\":[{\"seats\":1},7,{\"seats\":0}]}");

    List<Fields> items = sent.fields().objects("sessions", 3);
    items.forEach(item -> item.integer("seats", 1, 9));

    assertThat(items).hasSize(2);
    assertThat(sent.wrong())
        .containsExactly(
            "/sessions/1 Has to be a JSON object.",
            "/sessions/2/seats Has to be a whole number from 1 to 9.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{},{},{}]", "{\"0\":{}}", "7", "\"\""})
  void whatIsNoListOrTooLongHearsHowLongItMayBe(String list) {
    Sent sent = Sent.json("{\"sessions\":" + list + "}");

    assertThat(sent.fields().objects("sessions", 2)).isEmpty();
    assertThat(sent.wrong()).containsExactly("/sessions Has to be a list of at most 2 items.");
  }

  // ---- What is there ----

  @Test
  void whatWasAskedForIsKnownAndEverythingElseIsToldWithItsNameEscaped() {
    Sent sent = Sent.json("{\"a\":1,\"b\":null,\"c\":1,\"d/e~f\":1,\"\":1}");
    Fields fields = sent.fields();

    assertThat(fields.has("a")).isTrue();
    assertThat(fields.has("b")).isFalse();
    assertThat(fields.has("none")).isFalse();
    assertThat(fields.sent("c")).isTrue();
    fields.nothingElse();

    assertThat(sent.wrong())
        .containsExactly("/d~1e~0f This field is not known.", "/ This field is not known.");
  }

  @Test
  void aNameThatIsBrokenTextIsToldAtItsObject() {
    Sent sent = Sent.json("{\"guardian\":{\"\uFFFD\":1}}");

    sent.fields().object("guardian").nothingElse();

    assertThat(sent.wrong()).containsExactly("/guardian This field is not known.");
  }

  @Test
  void whatMayBeLeftOutIsNotNull() {
    Sent sent = Sent.json("{\"a\":null}");

    assertThat(sent.fields().sent("a")).isFalse();
    assertThat(sent.wrong()).containsExactly("/a Has to have a value, or be left out.");
  }

  @Test
  void nothingIsReadFromAFormWithFaults() {
    Fields.Read<Long> read = Sent.json("{}").fields().integer("seats", 1, 9);

    assertThatThrownBy(read::get).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anObjectThatIsAtHandIsToldByItsPlace() {
    FieldErrors errors = new FieldErrors();

    Fields.of(JsonNodeFactory.instance.objectNode(), "/days/3", errors).date("day");

    assertThat(Sent.wrong(errors)).containsExactly("/days/3/day Required.");
  }
}

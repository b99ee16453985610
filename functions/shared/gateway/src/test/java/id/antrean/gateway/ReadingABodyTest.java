package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is one JSON object of the type that the route takes, or it is not read at all. */
class ReadingABodyTest {
  private static final int MOST = 256 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        " application/json ;charset=utf-8;version=1"
      })
  void itsTypeMayBeWrittenInAnyCaseAndWithParameters(String contentType) {
    assertThat(
            Fields.of(
                    Sent.body(contentType, "{\"name\":\"SITI\"}").request(),
                    "application/json",
                    new FieldErrors())
                .raw()
                .path("name")
                .textValue())
        .isEqualTo("SITI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/merge-patch+json", "application/jsonx"})
  void anyOtherTypeHearsWhichOneIsTaken(String contentType) {
    Problem problem = refused(Sent.body(contentType, "{}"));

    assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(problem.arguments()).containsExactly("application/json");
  }

  @Test
  void withoutATypeItIsOfAnotherType() {
    assertThat(refused(Sent.header("Accept", "application/json")).type())
        .isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":              | The body is not valid JSON.
          {"name":"a","name":"b"} | The body is not valid JSON.
          {} {}                 | The body is not valid JSON.
          {/* nothing */}       | The body is not valid JSON.
          {'name':'a'}          | The body is not valid JSON.
          {"name":NaN}          | The body is not valid JSON.
          []                    | Has to be a JSON object.
          "name"                | Has to be a JSON object.
          7                     | Has to be a JSON object.
          null                  | Has to be a JSON object.
          ` `                   | Has to be a JSON object.
          """)
  void whatIsNoObjectIsAFaultOfTheWholeBody(String body, String detail) {
    assertThat(Sent.wrong(refused(Sent.json(body)))).containsExactly(" " + detail);
  }

  private static Fields.OneOrList oneOrList(String body, FieldErrors errors) {
    return Fields.oneOrList(Sent.json(body).request(), "application/json", 3, errors);
  }

  @Test
  void whereSeveralAreTakenOneIsNoList() {
    FieldErrors errors = new FieldErrors();

    Fields.OneOrList one = oneOrList("{\"name\":\"SITI\"}", errors);

    assertThat(one.isList()).isFalse();
    assertThat(one.items())
        .singleElement()
        .satisfies(it -> assertThat(it.pointer("name")).isEqualTo("/name"));
    assertThat(errors.none()).isTrue();
  }

  @Test
  void aListIsReadItemByItemAndEachKnowsItsPlace() {
    FieldErrors errors = new FieldErrors();

    Fields.OneOrList several = oneOrList("[{\"name\":\"SITI\"},{},{}]", errors);

    assertThat(several.isList()).isTrue();
    assertThat(several.items())
        .extracting(it -> it.pointer("name"))
        .containsExactly("/0/name", "/1/name", "/2/name");
    assertThat(errors.none()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []            | Has to be a JSON object, or a list of 1 to 3 of them.
          [{},{},{},{}] | Has to be a JSON object, or a list of 1 to 3 of them.
          "name"        | Has to be a JSON object.
          """)
  void aListThatIsEmptyOrTooLongIsAFaultOfTheWholeBody(String body, String detail) {
    FieldErrors errors = new FieldErrors();

    InvalidRequest wrong =
        catchThrowableOfType(
            InvalidRequest.class,
            () -> {
              oneOrList(body, errors);
              errors.check();
            });

    assertThat(Sent.wrong(wrong.problem(Language.ENGLISH))).containsExactly(" " + detail);
  }

  @Test
  void whatIsNoObjectInAListIsAFaultOfItsPlace() {
    FieldErrors errors = new FieldErrors();
    oneOrList("[{},7,[]]", errors);

    assertThat(Sent.wrong(errors))
        .containsExactly("/1 Has to be a JSON object.", "/2 Has to be a JSON object.");
  }

  @Test
  void ofItsLargestSizeItIsReadAndAByteMoreIsTooLarge() {
    assertThat(Sent.body("application/json", padded(MOST)).fields().has("name")).isTrue();

    Problem problem = refused(Sent.body("application/json", padded(MOST + 1)));
    assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
    assertThat(problem.arguments()).containsExactly(256);
  }

  private static byte[] padded(int length) {
    byte[] object = "{\"name\":\"SITI\"}".getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(object, length);
    Arrays.fill(padded, object.length, length, (byte) ' ');
    return padded;
  }

  private static Problem refused(Sent sent) {
    return catchThrowableOfType(InvalidRequest.class, sent::fields).problem(Language.ENGLISH);
  }
}

package id.antrean.domain.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTest {
  private static final TicketCode CODE = new TicketCode("K7Q29MXA");

  private static TicketCode drawn(Random random) {
    return new TicketCode(
        random
            .ints(TicketCode.LENGTH, 0, TicketCode.ALPHABET.length())
            .mapToObj(place -> TicketCode.ALPHABET.substring(place, place + 1))
            .collect(Collectors.joining()));
  }

  @Test
  void itIsMadeOfTwoAndThirtyLettersNoTwoOfWhichLookAlike() {
    assertThat(TicketCode.ALPHABET)
        .hasSize(32)
        .doesNotContain("I", "L", "O", "U")
        .satisfies(letters -> assertThat(letters.chars().distinct().count()).isEqualTo(32));
  }

  @Test
  void itIsPrintedInTwoGroupsOfFour() {
    assertThat(CODE).hasToString("K7Q2-9MXA");
  }

  @Test
  void whatIsPrintedIsReadAgain() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      TicketCode code = drawn(random);
      assertThat(TicketCode.typed(code.toString())).contains(code);
      assertThat(TicketCode.typed(code.value())).contains(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K7Q2-9MXA",
        "K7Q29MXA",
        "k7q2-9mxa",
        "k7Q2 9mXA",
        "  K7Q2-9MXA\t",
        "K-7-Q-2-9-M-X-A",
        "K7Q2 - 9MXA\n"
      })
  void itIsTypedInAnyCaseWithHyphensAndSpacesOrWithout(String text) {
    assertThat(TicketCode.typed(text)).contains(CODE);
  }

  /** None of these letters is in a code: whoever reads one out has seen the digit. */
  @ParameterizedTest
  @ValueSource(strings = {"1101-1001", "IIOI-IOOI", "LLOL-LOOL", "iloL-l0o1", "1l0i-Ioo1"})
  void aLetterThatLooksLikeADigitIsTakenForIt(String text) {
    assertThat(TicketCode.typed(text)).contains(new TicketCode("11011001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "K7Q2-9MX",
        "K7Q2-9MXAA",
        "K7Q2-9MXU",
        "K7Q2-9MX*",
        "K7Q2_9MXA",
        "K7Q2–9MXA",
        "K7Q2.9MXA",
        "K7Q2-9MXÄ",
        "\uFF2B7Q2-9MXA",
        "K7Q2-9MX\u0000"
      })
  void whatCannotBeACodeIsNone(String text) {
    assertThat(TicketCode.typed(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "K7Q2-9MXA", "K7Q29MX", "K7Q29MXAA", "k7q29mxa", "K7Q29MXU", "K7Q29MXO"})
  void nothingElseIsOne(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TicketCode(value));
  }
}

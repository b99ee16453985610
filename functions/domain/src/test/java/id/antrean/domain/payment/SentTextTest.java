package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTextTest {

  @ParameterizedTest
  @CsvSource({
    "QRIS, QRIS",
    "'  bank   transfer ', bank transfer",
    "'a\nb\tc', a b c",
    "a\u202Eb\u2066c\u200Bd, abcd",
    "a\u0000b\u0007c, abc",
    "cafe\u0301, caf\u00E9",
    "印尼, 印尼"
  })
  void itIsOneCleanLine(String sent, String shown) {
    assertThat(SentText.shown(sent, 40)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200B\u202E", "\u00A0"})
  void whatHasNothingToShowIsNothing(String sent) {
    assertThat(SentText.shown(sent, 40)).isNull();
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    assertThat(SentText.shown("x".repeat(120_000), 40)).isEqualTo("x".repeat(40));
    assertThat(SentText.shown("\uD83D\uDE00".repeat(50), 40)).isEqualTo("\uD83D\uDE00".repeat(40));
    assertThat(SentText.shown(null, 40)).isNull();
  }

  @Test
  void aPaymentThatWasStoredWithAnEndlessChannelIsShownShort() {
    assertThat(
            new Bill.Payment("bank", "p1", "x".repeat(9_000), java.time.Instant.EPOCH, null)
                .channel())
        .hasSize(40);
  }
}

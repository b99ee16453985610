package id.antrean.senders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept as they are where they can be part of a key; else something short stands for them. */
class IdentitiesThatSendersGiveTest {

  @ParameterizedTest
  @ValueSource(strings = {"msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "!", "~", "a/b:c#d"})
  void aPlainOneIsKept(String id) {
    assertThat(SenderIds.isUsable(id)).isTrue();
    assertThat(SenderIds.of(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "\u007f", "\n", "identit\u00e9"})
  void aDigestStandsForWhatIsNotPlain(String id) {
    assertThat(SenderIds.isUsable(id)).isFalse();
    assertThat(SenderIds.of(id)).matches("sha256\\.[0-9a-f]{64}");
  }

  @Test
  void twoHundredCharactersAreTheLongest() {
    assertThat(SenderIds.of("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(SenderIds.of("x".repeat(201))).startsWith("sha256.");
  }

  @Test
  void theSameIsStoodForByTheSameAndAnotherByAnother() {
    assertThat(SenderIds.of("two words")).isEqualTo(SenderIds.of("two words"));
    assertThat(SenderIds.of("two words")).isNotEqualTo(SenderIds.of("three words"));
  }

  /** The digest is one that anybody can make again from what was sent: {@code sha256sum}. */
  @Test
  void theDigestIsThatOfTheText() {
    assertThat(SenderIds.digest(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}

package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"AAAAAAAAAAAAAAAA", "ZZZZZZZZZZZZZZZZ", "aaaaaaaazzzzzzzz", "0123456789-_-_-_"})
  void sixteenCharactersOfBase64UrlAreAnId(String text) {
    assertThat(ApplicationId.isValid(text)).isTrue();
    assertThat(new ApplicationId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAA+",
        "AAAAAAAAAAAAAAA/",
        "AAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAA:",
        "AAAAAAAAAAAAAAA@",
        "AAAAAAAAAAAAAAA[",
        "AAAAAAAAAAAAAAA`",
        "AAAAAAAAAAAAAAA{",
        "AAAAAAAAAAAAAAAÅ"
      })
  void anythingElseIsNot(String text) {
    assertThat(ApplicationId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new ApplicationId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsItsTwelveBytes() {
    byte[] bytes = new byte[ApplicationId.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 23 - 5);
    }

    assertThat(ApplicationId.of(bytes).bytes()).isEqualTo(bytes);
  }
}

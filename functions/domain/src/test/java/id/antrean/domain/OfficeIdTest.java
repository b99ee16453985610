package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"CLG", "AZ", "09", "JAKSEL12"})
  void twoToEightCapitalsOrDigitsAreAnOffice(String text) {
    assertThat(OfficeId.isValid(text)).isTrue();
    assertThat(new OfficeId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "C", "ABCDEFGHI", "clg", "CL.", "CL/", "CL:", "CL@", "CL[", "CLÅ", "CL١"})
  void anythingElseIsNot(String text) {
    assertThat(OfficeId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new OfficeId(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"800000000000000", "819204837561120", "899999999999999"})
  void anEightAndFourteenDigitsAreACode(String text) {
    assertThat(BillingCode.isValid(text)).isTrue();
    assertThat(new BillingCode(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "81920483756112",
        "8192048375611201",
        "719204837561120",
        "81920483756112/",
        "81920483756112:",
        "8 9204837561120",
        "٨19204837561120",
        "8١9204837561120"
      })
  void anythingElseIsNot(String text) {
    assertThat(BillingCode.isValid(text)).isFalse();
    assertThatThrownBy(() -> new BillingCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWrongCodeIsNotRepeatedInItsFault() {
    assertThatThrownBy(() -> new BillingCode("secret"))
        .hasMessageNotContaining("secret")
        .hasMessageContaining("billing code");
  }
}

package id.antrean.senders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders' references: our billing code, however it is written around; else what can be a key. */
class WhatMoneyIsForTest {

  @ParameterizedTest
  @CsvSource({
    "820261123000001, 820261123000001",
    "820261123000001-2, 820261123000001",
    "820261123000001-2-3, 820261123000001",
    "' 820261123000001 ', 820261123000001"
  })
  void ourBillingCodeIsFoundWithOrWithoutItsAttempt(String sent, String code) {
    assertThat(References.of(sent)).isEqualTo(code);
  }

  /** The first and the last of the plain characters are plain. */
  @ParameterizedTest
  @ValueSource(strings = {"not-one-of-ours", "82026112300000", "8", "!", "~", "INV/2026/11#4"})
  void anyOtherPlainReferenceIsKeptAsItCame(String sent) {
    assertThat(References.of(sent)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", " a", "tab\there", "r\u00e9f", "\u007f", "\u0000", "a\u202Eb"})
  void whatCanBeNoKeyIsUnidentified(String sent) {
    assertThat(References.of(sent)).isEqualTo("unidentified");
  }

  @Test
  void aReferenceOfSixtyFourCharactersIsTheLongest() {
    assertThat(References.of("x".repeat(64))).isEqualTo("x".repeat(64));
    assertThat(References.of("x".repeat(65))).isEqualTo("unidentified");
  }
}

package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notification in our words: clean where a person sees it, and the same when it comes again. */
class WhatASenderSaysTest {

  @ParameterizedTest
  @CsvSource({"IDR, IDR", "idr, IDR", "' Idr ', IDR", "usd, USD"})
  void aCurrencyIsThreeCapitalLetters(String written, String currency) {
    assertThat(Notices.in(written).currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ID", "IDRX", "Rp.", "1DR", "I R", "\u00cdDR"})
  void anythingElseIsNoCurrency(String written) {
    assertThat(Notices.in(written).currency()).isEmpty();
  }

  /** In Turkish the capital of i is another letter. */
  @Test
  void theCapitalsAreThoseOfNoCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertThat(Notices.in("idr").currency()).isEqualTo("IDR");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theWayToPayIsShownInFortyPlainCharacters() {
    assertThat(Notices.by(" bank\u0000\u202E  transfer\n").channel()).isEqualTo("bank transfer");
    assertThat(Notices.by("x".repeat(41)).channel()).isEqualTo("x".repeat(40));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "\u0000\u202E"})
  void whereNothingIsLeftToShowThereIsNone(String written) {
    assertThat(Notices.by(written).channel()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aNoticeIsKnownByItsBillItsSenderAndItsEventWhateverItSays(Kind kind) {
    assertThat(Notices.of(kind).id()).isEqualTo(new NoticeId("820261123000001", "bank", "event-1"));
  }

  @Test
  void itSpeaksOfItsSendersPaymentAndNoOther() {
    assertThat(Notices.of("p1").isOf("bank", "p1")).isTrue();
    assertThat(Notices.of("p1").isOf("bank", "p2")).isFalse();
    assertThat(Notices.of("p1").isOf("other", "p1")).isFalse();
  }
}

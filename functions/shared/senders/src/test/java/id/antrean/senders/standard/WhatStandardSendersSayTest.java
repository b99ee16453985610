package id.antrean.senders.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Aggregator.Confirmed;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of a Standard Webhook, to its edges. */
class WhatStandardSendersSayTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final StandardWebhooks standard = new StandardWebhooks(() -> List.of("whsec_" + KEY));

  private PaymentNotification said(String type, String data) {
    return ((Understood)
            standard.translate(
                new RawNotification(
                    "standard",
                    "e1",
                    "{\"type\":\"%s\",\"data\":{%s}}".formatted(type, data),
                    NOW)))
        .notification();
  }

  @ParameterizedTest
  @CsvSource({
    "payment.succeeded, PAID",
    "payment.refunded, TAKEN_BACK",
    "payment.expired, EXPIRED",
    "payment.failed, FAILED",
    "payment.pending, PENDING"
  })
  void eachWordHasItsMeaning(String type, Kind kind) {
    assertThat(said(type, "\"amount\":1").kind()).isEqualTo(kind);
  }

  @Test
  void aRefundOfNothingIsNotOneOfEverything() {
    assertThat(said("payment.refunded", "\"amount\":0").returnedInAll())
        .isEqualTo(PaymentNotification.NOT_TOLD);
    assertThat(said("payment.refunded", "").returnedInAll()).isEqualTo(Long.MAX_VALUE);
    assertThat(said("payment.failed", "").returnedInAll()).isEqualTo(PaymentNotification.NOT_TOLD);
  }

  // ---- The treasury's number ----

  @ParameterizedTest
  @ValueSource(strings = {"0123456789ABCDEZ", "9999999999999999", "AAAAZZZZ00009999"})
  void theTreasurysNumberIsSixteenCapitalsAndDigits(String ntpn) {
    assertThat(said("payment.succeeded", "\"amount\":1,\"ntpn\":\"" + ntpn + "\"").ntpn())
        .isEqualTo(ntpn);
  }

  @Test
  void itMayBeWrittenSmall() {
    assertThat(said("payment.succeeded", "\"amount\":1,\"ntpn\":\" abcdefgh01234567 \"").ntpn())
        .isEqualTo("ABCDEFGH01234567");
  }

  /** Among them the characters right before and after the digits and the letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "012345678901234",
        "01234567890123456",
        "012345678901234/",
        "012345678901234:",
        "012345678901234@",
        "012345678901234[",
        "012345678901234-",
        "\u0660123456789012345",
        ""
      })
  void anythingElseIsNoNumber(String ntpn) {
    assertThat(said("payment.succeeded", "\"amount\":1,\"ntpn\":\"" + ntpn + "\"").ntpn()).isNull();
  }

  // ---- The notice's identity ----

  private static String signature(String id, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(
                  mac.doFinal(
                      (id + "." + NOW.getEpochSecond() + ".{}").getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict verdict(StandardWebhooks of, String id, byte[] key) {
    return of.verify(
        new Request(
            "POST",
            "/payments/notifications/{aggregator}",
            Map.of(),
            Map.of(),
            Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(NOW.getEpochSecond()),
                "webhook-signature", signature(id, key)),
            "{}".getBytes(StandardCharsets.UTF_8),
            "test"),
        NOW);
  }

  private Verdict verdict(String id) {
    return verdict(standard, id, Base64.getDecoder().decode(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_1", "!", "~"})
  void aPlainIdentityIsTaken(String id) {
    assertThat(verdict(id))
        .isInstanceOfSatisfying(Authentic.class, it -> assertThat(it.raw().id()).isEqualTo(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", " ", "\u007f", "id\u00e9", "\t"})
  void oneThatCanBeNoKeyIsNone(String id) {
    assertThat(verdict(id)).isEqualTo(new Refused(Why.MISSING_HEADER));
  }

  @Test
  void fiveHundredAndTwelveCharactersAreTheLongest() {
    assertThat(verdict("x".repeat(512))).isInstanceOf(Authentic.class);
    assertThat(verdict("x".repeat(513))).isEqualTo(new Refused(Why.MISSING_HEADER));
  }

  // ---- Whom it is believed ----

  /** A stack whose secret was never set refuses every webhook, and does not fail on it. */
  @ParameterizedTest
  @ValueSource(strings = {"whsec_", "not base64 at all"})
  void underASecretThatIsNoneNothingIsGenuine(String secret) {
    StandardWebhooks unset = new StandardWebhooks(() -> List.of(secret));

    assertThat(verdict(unset, "e1", new byte[] {1})).isEqualTo(new Refused(Why.WRONG_SIGNATURE));
  }

  @Test
  void itSignsEverythingSoThatNobodyHasToBeAsked() {
    PaymentNotification paid = said("payment.succeeded", "\"amount\":1");

    assertThat(standard.name()).isEqualTo("standard");
    assertThat(standard.signsEverything()).isTrue();
    assertThat(standard.confirm(paid, new RawNotification("standard", "e1", "{}", paid.paidAt())))
        .isEqualTo(new Confirmed(paid));
  }
}

package id.antrean.senders.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.Confirmed;
import id.antrean.senders.Aggregator.NotSo;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much came, how much went, of which bill and in which currency. */
class WhatMidtransSaysOfMoneyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final Midtrans midtrans =
      new Midtrans(() -> List.of("key"), new StatusApi(SenderApi.at(""), () -> List.of("key")));

  private static String body(String status, String more) {
    return """
           {"transaction_id":"t1","transaction_status":"%s","status_code":"200",
            "order_id":"820261123000001"%s}"""
        .formatted(status, more);
  }

  private Translation translation(String body) {
    return midtrans.translate(new RawNotification("midtrans", "", body, NOW));
  }

  private PaymentNotification said(String status, String more) {
    return ((Understood) translation(body(status, more))).notification();
  }

  @Test
  void moneyThatCameIsWhatWasOwedAndNothingOfItWentBack() {
    PaymentNotification paid = said("settlement", ",\"gross_amount\":\"950000.00\"");

    assertThat(paid.amount()).isEqualTo(950_000);
    assertThat(paid.returnedInAll()).isEqualTo(PaymentNotification.NOT_TOLD);
  }

  @Test
  void moneyThatWentBackIsWhatWasRefundedAndNotWhatWasOwed() {
    PaymentNotification refund =
        said("partial_refund", ",\"gross_amount\":\"950000.00\",\"refund_amount\":\"400000.00\"");

    assertThat(refund.amount()).isEqualTo(400_000);
    assertThat(refund.returnedInAll()).isEqualTo(400_000);
  }

  @Test
  void aRefundThatNamesNoPartIsOfAllOfIt() {
    assertThat(said("refund", ",\"gross_amount\":\"950000.00\"").returnedInAll())
        .isEqualTo(950_000);
    assertThat(
            said("refund", ",\"gross_amount\":\"950000.00\",\"refund_amount\":\"0.00\"")
                .returnedInAll())
        .isEqualTo(950_000);
  }

  @Test
  void aPartOfNothingIsNotAllOfIt() {
    assertThat(
            said("partial_refund", ",\"gross_amount\":\"950000.00\",\"refund_amount\":\"0.00\"")
                .returnedInAll())
        .isZero();
  }

  @Test
  void aPaymentOfNothingIsUnderstoodAsThat() {
    assertThat(said("settlement", ",\"gross_amount\":\"0.00\"").amount()).isZero();
  }

  @Test
  void aPaymentThatWasAllFeePaysNothing() {
    assertThat(
            said(
                    "settlement",
                    ",\"gross_amount\":\"4440.00\",\"metadata\":{\"extra_info\":{"
                        + "\"gross_amount_info\":{\"original_amount\":\"0.00\","
                        + "\"customer_imposed_payment_fee\":\"4440.00\"}}}")
                .amount())
        .isZero();
  }

  @Test
  void rupiahAreMeantWhereNoCurrencyIsNamed() {
    assertThat(said("settlement", ",\"gross_amount\":\"1\"").currency()).isEqualTo("IDR");
    assertThat(said("settlement", ",\"gross_amount\":\"1\",\"currency\":\"USD\"").currency())
        .isEqualTo("USD");
  }

  @Test
  void whatIsNotUnderstoodIsKeptUnderItsBillAndItsOwnBody() {
    String body = body("settlement", ",\"gross_amount\":\"950.000\"");

    assertThat(translation(body))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            it -> {
              assertThat(it.about().aggregator()).isEqualTo("midtrans");
              assertThat(it.about().reference()).isEqualTo("820261123000001");
              assertThat(it.about().paymentId()).isEqualTo("t1");
              assertThat(it.about().eventId()).matches("body\\.[0-9a-f]{64}");
              assertThat(it.about().kind()).isEqualTo(Kind.PENDING);
              assertThat(it.about().amount()).isEqualTo(PaymentNotification.NOT_TOLD);
              assertThat(it.about().paidAt()).isEqualTo(NOW);
            });
    assertThat(translation(body)).isEqualTo(translation(body));
  }

  @Test
  void whatWasNeverJsonIsNoNotification() {
    assertThatThrownBy(() -> translation("not json")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itHasItsNameAndSignsTooLittleToBeBelieved() {
    assertThat(midtrans.name()).isEqualTo("midtrans");
    assertThat(midtrans.signsEverything()).isFalse();
  }

  private static final String TWO_REFUNDS =
      ",\"gross_amount\":\"950000.00\",\"refund_amount\":\"600000.00\",\"refunds\":["
          + "{\"refund_key\":\"first\"},{\"refund_chargeback_id\":\"second\"},"
          + "{\"refund_key\":\"third\"}]";

  private PaymentNotification refund(String key) {
    return said(
        "partial_refund",
        ",\"gross_amount\":\"950000.00\",\"refund_amount\":\"100000.00\",\"refund_key\":\"%s\""
            .formatted(key));
  }

  @Test
  void everyRefundOfTheListIsSoAndNoOther() {
    MidtransBody told =
        new MidtransBody(SenderJson.object(body("partial_refund", TWO_REFUNDS)).orElseThrow());

    for (String key : List.of("first", "second", "third")) {
      assertThat(Midtrans.compare(refund(key), told)).as(key).isInstanceOf(Confirmed.class);
    }
    assertThat(Midtrans.compare(refund("fourth"), told)).isInstanceOf(NotSo.class);
  }

  @Test
  void aPaymentIsTheSameNoticeWhateverRefundsStandBesideIt() {
    assertThat(said("settlement", ",\"gross_amount\":\"1\",\"refund_key\":\"first\"").eventId())
        .isEqualTo(said("settlement", ",\"gross_amount\":\"1\"").eventId());
  }

  @Test
  void aSuspicionOfFraudIsNamedInTheNoticesIdentity() {
    assertThat(said("settlement", ",\"gross_amount\":\"1\"").eventId())
        .isEqualTo("t1.settlement.200");
    assertThat(
            said("settlement", ",\"gross_amount\":\"1\",\"fraud_status\":\"challenge\"").eventId())
        .isEqualTo("t1.settlement.200.challenge");
  }
}

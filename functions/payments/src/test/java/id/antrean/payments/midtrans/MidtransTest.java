package id.antrean.payments.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidtransTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** Documented sample of docs.midtrans.com/reference/handle-notifications. */
  private static final String KEY = "askvnoibnosifnboseofinbofinfgbiufglnbfg";

  private static final String SIGNATURE =
      "edc076b21793ebe3e17926350f5b8ae67d902fe657b3d0aa31b932d5c127e2375d308a2bc94f3265ac2d80a1f181a79b997ac178a236fcff35af263fc4d4c231";

  private final Midtrans midtrans =
      new Midtrans(
          () -> List.of("the key after rotation", KEY),
          new StatusApi(HttpClient.newHttpClient(), "", () -> List.of(KEY)));

  private static Request webhook(String body) {
    return new Request(
        "POST",
        "/payments/notifications/{aggregator}",
        Map.of(),
        Map.of(),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        "test");
  }

  private static String body(String order, String code, String amount, String signature) {
    return "{\"order_id\":\"%s\",\"status_code\":\"%s\",\"gross_amount\":\"%s\",\"signature_key\":\"%s\"}"
        .formatted(order, code, amount, signature);
  }

  @Test
  void theDocumentedSignatureIsGoodAlsoUnderTheFormerKey() {
    assertThat(midtrans.verify(webhook(body("1111", "200", "100000.00", SIGNATURE)), NOW))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "1112, 200, 100000.00",
    "1111, 201, 100000.00",
    "1111, 200, 100000.0",
    "1111, 200, 900000.00"
  })
  void whatIsSignedOtherwiseIsForged(String order, String code, String amount) {
    assertThat(midtrans.verify(webhook(body(order, code, amount, SIGNATURE)), NOW)).isEmpty();
  }

  @Test
  void noSignatureAndNoJsonAreForged() {
    assertThat(midtrans.verify(webhook(body("1111", "200", "100000.00", "")), NOW)).isEmpty();
    assertThat(midtrans.verify(webhook("not json"), NOW)).isEmpty();
    assertThat(midtrans.verify(webhook(""), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "settlement, 200, accept, PAID",
    "settlement, 200, , PAID",
    "capture, 200, accept, PAID",
    "capture, 201, challenge, PENDING",
    "settlement, 201, accept, PENDING",
    "settlement, 200, deny, PENDING",
    "pending, 201, accept, PENDING",
    "expire, 202, , FAILED",
    "cancel, 200, , FAILED",
    "deny, 202, , FAILED",
    "refund, 200, , TAKEN_BACK",
    "chargeback, 200, , TAKEN_BACK",
    "something_new, 200, , PENDING"
  })
  void paidIsStatusAndCodeAndNoFraud(String status, String code, String fraud, Kind kind) {
    String body =
        "{\"transaction_id\":\"t1\",\"transaction_status\":\"%s\",\"status_code\":\"%s\",%s\"order_id\":\"820261123000001-2\",\"gross_amount\":\"950000.00\",\"settlement_time\":\"2026-11-23 09:00:00\",\"currency\":\"IDR\"}"
            .formatted(status, code, fraud == null ? "" : "\"fraud_status\":\"" + fraud + "\",");
    PaymentNotification notification =
        midtrans.translate(new RawNotification("midtrans", "", body, NOW)).orElseThrow();
    assertThat(notification.kind()).isEqualTo(kind);
    assertThat(notification.reference()).isEqualTo("820261123000001");
    assertThat(notification.amount()).isEqualTo(950_000);
    assertThat(notification.paidAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({"950000.50", "950000.005", "lots", "1e999999", "''"})
  void whatIsNoWholeAmountSettlesNothing(String amount) {
    String body =
        "{\"transaction_id\":\"t1\",\"transaction_status\":\"settlement\",\"status_code\":\"200\",\"order_id\":\"820261123000001\",\"gross_amount\":\"%s\"}"
            .formatted(amount);
    assertThat(
            midtrans
                .translate(new RawNotification("midtrans", "", body, NOW))
                .orElseThrow()
                .amount())
        .isEqualTo(-1);
  }
}

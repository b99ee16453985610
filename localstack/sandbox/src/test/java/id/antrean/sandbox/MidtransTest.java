package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.RunningSandbox.Received;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidtransTest {
  private static final String PAYMENTS = "/sandbox/aggregators/midtrans/payments";

  @TempDir Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aPaymentOfABillIsSettledAndSignedOverItsAmount() throws Exception {
    JsonNode answer = sandbox.postJson(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    JsonNode body = only().json();
    assertThat(answer.at("/deliveries/0/status").asInt()).isEqualTo(200);
    assertThat(answer.at("/deliveries/0/body/seen").asInt()).isEqualTo(1);
    assertThat(body.path("order_id").asText()).isEqualTo("819204837561120");
    assertThat(body.path("transaction_status").asText()).isEqualTo("settlement");
    assertThat(body.path("gross_amount").asText()).isEqualTo("950000.00");
    assertThat(body.path("settlement_time").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(body.path("signature_key").asText())
        .isEqualTo(sha512("819204837561120" + "200" + "950000.00" + AwsOnLoopback.SERVER_KEY));
    assertThat(body.properties())
        .allSatisfy(
            member ->
                assertThat(member.getValue().isTextual() || member.getValue().isArray()).isTrue());
  }

  @Test
  void timesAreToldInWibWithoutSayingSo() {
    sandbox.post(
        PAYMENTS,
        """
        {"billingCode": "819204837561120", "paidAt": "2026-12-07T23:30:00Z"}""");

    assertThat(only().json().path("settlement_time").asText()).isEqualTo("2026-12-08 06:30:00");
  }

  @ParameterizedTest
  @CsvSource({
    "settlement, 200",
    "capture, 200",
    "pending, 201",
    "deny, 202",
    "expire, 202",
    "cancel, 200",
    "refund, 200",
    "partial_refund, 200",
    "chargeback, 200"
  })
  void eachStatusCarriesItsCode(String status, String code) {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"status\":\"" + status + "\"}");

    assertThat(only().json().path("transaction_status").asText()).isEqualTo(status);
    assertThat(only().json().path("status_code").asText()).isEqualTo(code);
  }

  @Test
  void aShopsCounterTellsNoFraudStatus() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"channel\":\"cstore\"}");

    assertThat(only().json().has("fraud_status")).isFalse();
  }

  @Test
  void theStatusApiKnowsAPaymentByItsIdAndByItsOrder() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    String id = only().json().path("transaction_id").asText();
    assertThat(status(id)).isEqualTo(only().json());
    assertThat(status("819204837561120")).isEqualTo(only().json());
  }

  @Test
  void theStatusApiTellsTheLatestOfAnOrder() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"status\":\"pending\"}");
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    assertThat(status("819204837561120").path("transaction_status").asText())
        .isEqualTo("settlement");
  }

  @Test
  void theStatusApiKeepsToTheTruthWhenANotificationIsTampered() throws Exception {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"tamper\":true}");

    JsonNode sent = only().json();
    assertThat(sent.path("signature_key").asText())
        .isNotEqualTo(
            sha512(
                "819204837561120"
                    + "200"
                    + sent.path("gross_amount").asText()
                    + AwsOnLoopback.SERVER_KEY));
    assertThat(status(sent.path("transaction_id").asText()).path("gross_amount").asText())
        .isEqualTo("950000.00");
  }

  @Test
  void theStatusApiRemembersOverARestart() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");
    String id = only().json().path("transaction_id").asText();
    sandbox.close();
    sandbox = new RunningSandbox(folder);

    assertThat(status(id).path("transaction_status").asText()).isEqualTo("settlement");
  }

  @Test
  void theStatusApiSaysUnknownInsideA200() {
    assertThat(sandbox.get(statusPath("nothing"), "Authorization", basic()).statusCode())
        .isEqualTo(200);
    assertThat(status("nothing").path("status_code").asText()).isEqualTo("404");
  }

  @Test
  void theStatusApiRefusesAnotherKey() {
    String wrong =
        "Basic " + Base64.getEncoder().encodeToString("wrong:".getBytes(StandardCharsets.UTF_8));

    assertThat(sandbox.get(statusPath("x"), "Authorization", wrong).statusCode()).isEqualTo(401);
    assertThat(sandbox.get(statusPath("x")).statusCode()).isEqualTo(401);
  }

  @Test
  void theStatusApiCanBeTakenDownAndBroughtBack() {
    sandbox.post("/sandbox/aggregators/midtrans/outage", "{\"down\":true}");
    assertThat(sandbox.get(statusPath("x"), "Authorization", basic()).statusCode()).isEqualTo(503);

    sandbox.post("/sandbox/aggregators/midtrans/outage", "{\"down\":false}");
    assertThat(sandbox.get(statusPath("x"), "Authorization", basic()).statusCode()).isEqualTo(200);
  }

  @Test
  void aFeeOnTopIsInTheAmountAndOnlyTheStatusApiTellsIt() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"fee\":4440}");

    JsonNode told = only().json();
    assertThat(told.path("gross_amount").asText()).isEqualTo("954440.00");
    assertThat(told.has("metadata")).isFalse();
    JsonNode info =
        status(told.path("transaction_id").asText()).at("/metadata/extra_info/gross_amount_info");
    assertThat(info.path("original_amount").asText()).isEqualTo("950000.00");
    assertThat(info.path("customer_imposed_payment_fee").asText()).isEqualTo("4440.00");
  }

  @Test
  void refundsAreOfThePaymentThatCameAndEachHasAKey() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");
    sandbox.post(
        PAYMENTS,
        "{\"billingCode\":\"819204837561120\",\"status\":\"partial_refund\",\"amount\":400000}");
    sandbox.post(
        PAYMENTS, "{\"billingCode\":\"819204837561120\",\"status\":\"refund\",\"amount\":550000}");

    String id = sandbox.received().getFirst().json().path("transaction_id").asText();
    JsonNode refunded = sandbox.received().getLast().json();
    assertThat(refunded.path("transaction_id").asText()).isEqualTo(id);
    assertThat(refunded.path("refund_amount").asText()).isEqualTo("950000.00");
    assertThat(refunded.path("refunds")).hasSize(2);
    assertThat(status(id)).isEqualTo(refunded);
  }

  @Test
  void whatWentBackStaysSoThoughItsPaymentIsToldLate() {
    String refund =
        "{\"billingCode\":\"819204837561120\",\"paymentId\":\"late\",\"status\":\"refund\"}";
    sandbox.post(PAYMENTS, refund);
    sandbox.post(PAYMENTS, refund.replace("refund", "settlement"));

    assertThat(sandbox.received().getLast().json().path("transaction_status").asText())
        .isEqualTo("settlement");
    assertThat(status("late").path("transaction_status").asText()).isEqualTo("refund");
  }

  @Test
  void itsSecretIsTold() {
    assertThat(sandbox.getJson("/sandbox/aggregators/midtrans").path("serverKey").asText())
        .isEqualTo(AwsOnLoopback.SERVER_KEY);
  }

  private Received only() {
    assertThat(sandbox.received()).hasSize(1);
    return sandbox.received().getFirst();
  }

  private JsonNode status(String id) {
    return sandbox.getJson(statusPath(id), "Authorization", basic());
  }

  private static String statusPath(String id) {
    return "/sandbox/aggregators/midtrans/api/v2/" + id + "/status";
  }

  private static String basic() {
    byte[] credentials = (AwsOnLoopback.SERVER_KEY + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  private static String sha512(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}

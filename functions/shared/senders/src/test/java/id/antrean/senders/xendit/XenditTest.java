package id.antrean.senders.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.Confirmed;
import id.antrean.senders.Aggregator.NoAnswer;
import id.antrean.senders.Aggregator.NoPayment;
import id.antrean.senders.Aggregator.NotSo;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderApi;
import id.antrean.senders.StatusServer;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Webhooks;
import id.antrean.senders.Why;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each product's callback, from the samples of its documentation and its SDKs, with our bills. */
class XenditTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String BILL = "820261123000001";

  private static final String V3 =
      """
      {"event":"payment.capture","business_id":"b1","created":"2026-11-23T01:00:00Z","api_version":"v3",
       "data":{"payment_id":"py-1","payment_request_id":"pr-1","reference_id":"820261123000001-1",
        "status":"SUCCEEDED","type":"PAY","country":"ID","currency":"IDR","channel_code":"BRI_VIRTUAL_ACCOUNT",
        "captures":[{"capture_id":"cptr-1","capture_amount":950000,"capture_timestamp":"2026-11-23T01:30:00Z"}]}}""";

  private static final String V2 =
      """
      {"event":"payment.succeeded","business_id":"b1","created":"2026-11-23T01:00:00Z",
       "data":{"id":"ddpy-3cd658ae","amount":950000,"status":"SUCCEEDED","country":"ID","currency":"IDR",
        "reference_id":"820261123000001","payment_request_id":"pr-5b26cae1","updated":"2026-11-23T01:30:00Z",
        "payment_method":{"id":"pm-1","type":"VIRTUAL_ACCOUNT"}}}""";

  private static final String INVOICE =
      """
      {"id":"593f4ed1c3d3bb7f39733d83","external_id":"820261123000001","user_id":"5848fdf860053555135587e7",
       "payment_method":"RETAIL_OUTLET","status":"PAID","merchant_name":"Xendit","amount":950000,
       "paid_amount":950000,"paid_at":"2026-11-23T01:30:00Z","currency":"IDR","payment_channel":"ALFAMART",
       "payment_destination":"TEST815","created":"2026-11-23T01:00:00Z","updated":"2026-11-23T01:30:00Z"}""";

  private static final String ACCOUNT =
      """
      {"id":"57fb4e076fa3fa296b7f5a97","payment_id":"demo-1476087608948_1476087303080",
       "callback_virtual_account_id":"57fb4df9af86ce19778ad359","owner_id":"57b4e5181473eeb61c11f9b9",
       "external_id":"820261123000001","account_number":"8808999939380502","bank_code":"BNI","amount":950000,
       "transaction_timestamp":"2026-11-23T01:30:00Z","merchant_code":"8808","sender_name":"JOHN DOE"}""";

  private static final String SHOP =
      """
      {"id":"61c53c4f","external_id":"820261123000001","prefix":"TEST","payment_code":"TEST892185",
       "retail_outlet_name":"ALFAMART","name":"JOHN DOE","amount":950000,"status":"COMPLETED",
       "payment_id":"1640315983260","fixed_payment_code_id":"61c53c37","fixed_payment_code_payment_id":"61c53c4fdc",
       "owner_id":"o1","transaction_timestamp":"2026-11-23T01:30:00Z"}""";

  private static final String QR =
      """
      {"event":"qr.payment","created":"2026-11-23T01:30:00Z","business_id":"b1",
       "data":{"id":"qrpy_1","qr_id":"qr_1","reference_id":"820261123000001","amount":950000,"currency":"IDR",
        "status":"SUCCEEDED","created":"2026-11-23T01:30:00Z","payment_detail":{"receipt_id":"r1","source":"BCA"}}}""";

  private static final String FORMER_QR =
      """
      {"event":null,"id":"qrpy_0","amount":950000,"created":"2026-11-23T01:30:00Z","status":"COMPLETED",
       "qr_code":{"id":"qr_0","external_id":"820261123000001","type":"DYNAMIC"}}""";

  private static final Map<String, String> SAMPLES =
      Map.of(
          "v3",
          V3,
          "v2",
          V2,
          "invoice",
          INVOICE,
          "account",
          ACCOUNT,
          "shop",
          SHOP,
          "qr",
          QR,
          "former qr",
          FORMER_QR);

  private final StatusServer server = new StatusServer();
  private final Xendit xendit = asking(server.url());

  XenditTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  private static Xendit asking(String url) {
    return new Xendit(
        () -> List.of("present", "former"),
        new XenditApi(SenderApi.at(url), () -> List.of("xnd_key")));
  }

  private Verdict verdict(Map<String, String> headers) {
    return xendit.verify(Webhooks.posted(headers, V3), NOW);
  }

  private static RawNotification raw(String body) {
    return new RawNotification("xendit", "", body, NOW);
  }

  private PaymentNotification said(String body) {
    return ((Understood) xendit.translate(raw(body))).notification();
  }

  // ---- Whose it is ----

  @ParameterizedTest
  @ValueSource(strings = {"present", "former"})
  void theTokenOfTheAccountIsGenuineAndNeverKept(String token) {
    assertThat(verdict(Map.of("x-callback-token", token, "webhook-id", "wh1")))
        .isInstanceOfSatisfying(
            Authentic.class,
            it -> assertThat(it.raw().headers()).isEqualTo(Map.of("webhook-id", "wh1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"another", "presen", "present ", "PRESENT"})
  void anotherTokenIsRefused(String token) {
    assertThat(verdict(Map.of("X-CALLBACK-TOKEN", token))).isEqualTo(new Refused(Why.WRONG_TOKEN));
  }

  @Test
  void noTokenIsRefusedAlsoWhereNoneIsSet() {
    assertThat(verdict(Map.of())).isEqualTo(new Refused(Why.MISSING_HEADER));
    assertThat(verdict(Map.of("x-callback-token", " "))).isEqualTo(new Refused(Why.MISSING_HEADER));
    assertThat(
            new Xendit(List::of, new XenditApi(SenderApi.at(""), List::of))
                .verify(Webhooks.posted(Map.of("x-callback-token", "x"), V3), NOW))
        .isEqualTo(new Refused(Why.WRONG_TOKEN));
  }

  // ---- What it says ----

  @ParameterizedTest
  @CsvSource({
    "v3, py-1, BRI_VIRTUAL_ACCOUNT",
    "v2, pr-5b26cae1, VIRTUAL_ACCOUNT",
    "invoice, 593f4ed1c3d3bb7f39733d83, ALFAMART",
    "account, demo-1476087608948_1476087303080, BNI",
    "shop, 1640315983260, ALFAMART",
    "qr, qrpy_1, QRIS",
    "former qr, qrpy_0, QRIS"
  })
  void moneyOfEachProductIsTranslated(String product, String payment, String channel) {
    assertThat(said(SAMPLES.getOrDefault(product, "")))
        .satisfies(
            it -> {
              assertThat(it.paymentId()).isEqualTo(payment);
              assertThat(it.reference()).isEqualTo(BILL);
              assertThat(it.amount()).isEqualTo(950_000);
              assertThat(it.currency()).isEqualTo("IDR");
              assertThat(it.kind()).isEqualTo(Kind.PAID);
              assertThat(it.paidAt()).isEqualTo(Instant.parse("2026-11-23T01:30:00Z"));
              assertThat(it.channel()).isEqualTo(channel);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "v3, SUCCEEDED, FAILED, FAILED",
    "v3, SUCCEEDED, CANCELED, FAILED",
    "v3, SUCCEEDED, EXPIRED, EXPIRED",
    "v3, SUCCEEDED, AUTHORIZED, PENDING",
    "v3, SUCCEEDED, LEVITATED, PENDING",
    "v2, SUCCEEDED, FAILED, FAILED",
    "v2, SUCCEEDED, PENDING, PENDING",
    "invoice, PAID, SETTLED, PAID",
    "invoice, PAID, EXPIRED, EXPIRED",
    "invoice, PAID, PENDING, PENDING",
    "shop, COMPLETED, LEVITATED, PENDING"
  })
  void aStatusIsWhatXenditSaysItIs(String product, String from, String status, Kind kind) {
    String body =
        SAMPLES.getOrDefault(product, "").replace("\"" + from + "\"", "\"" + status + "\"");

    assertThat(said(body).kind()).isEqualTo(kind);
  }

  /** Several captures of one payment are one payment, and count together. */
  @Test
  void capturesAreAddedUp() {
    assertThat(
            said(V3.replace(
                    "\"capture_amount\":950000",
                    "\"capture_amount\":\"900000\"},{\"capture_id\":\"c2\",\"capture_amount\":50000"))
                .amount())
        .isEqualTo(950_000);
  }

  @Test
  void withoutACaptureWhatWasAskedForStands() {
    assertThat(
            said(V3.replaceFirst("(?s)\"captures\".*", "\"request_amount\":\"950000\"}}")).amount())
        .isEqualTo(950_000);
  }

  @Test
  void paidAndSettledAreOneNotice() {
    assertThat(said(INVOICE.replace("\"PAID\"", "\"SETTLED\"")).eventId())
        .isEqualTo(said(INVOICE).eventId());
  }

  /** Xendit's own id of a message is not signed: it makes no other notice of what it says. */
  @Test
  void whatWasPaidCountsNotWhatWasAskedFor() {
    assertThat(said(INVOICE.replace("\"paid_amount\":950000", "\"paid_amount\":900000")).amount())
        .isEqualTo(900_000);
  }

  @Test
  void aRefundIsOfItsPayment() {
    PaymentNotification refund =
        said(
            """
            {"event":"refund.succeeded","data":{"id":"rfd-1","payment_id":"py-1","reference_id":"820261123000001",
             "amount":950000,"currency":"IDR","status":"SUCCEEDED"}}""");

    assertThat(refund.kind()).isEqualTo(Kind.TAKEN_BACK);
    assertThat(refund.isOf("xendit", "py-1")).isTrue();
    assertThat(refund.amount()).isEqualTo(950_000);
  }

  @Test
  void anAccountThatWasMadeIsNoPayment() {
    assertThat(
            xendit.translate(
                raw(
                    "{\"id\":\"1\",\"external_id\":\"x\",\"account_number\":\"88\",\"bank_code\":\"BNI\",\"status\":\"ACTIVE\"}")))
        .isInstanceOf(NoPayment.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json | ''",
        "{} | ''",
        "{\"event\":\"payment.capture\",\"api_version\":\"v3\",\"data\":{}} | /data/payment_id",
        "{\"event\":\"payment.capture\",\"data\":{\"payment_id\":\"p\",\"status\":\"SUCCEEDED\"}} | /data/captures/0/capture_amount",
        "{\"callback_virtual_account_id\":\"1\",\"payment_id\":\"p\",\"amount\":\"950.000\"} | /amount"
      })
  void whatIsNotUnderstoodIsKeptWithItsPlace(String body, String pointer) {
    assertThat(xendit.translate(raw(body)))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo(pointer));
  }

  // ---- What its API says ----

  @ParameterizedTest
  @CsvSource({
    "v3, /v3/payments/py-1",
    "v2, /payment_requests/pr-5b26cae1",
    "invoice, /v2/invoices/593f4ed1c3d3bb7f39733d83",
    "account, /callback_virtual_account_payments/payment_id=demo-1476087608948_1476087303080",
    "shop, /fixed_payment_code/61c53c37/payments",
    "qr, /qr_codes/qr_1/payments",
    "former qr, /qr_codes/qr_0/payments"
  })
  void eachProductIsAskedAtItsPlaceAndBelievedWhenItSaysTheSame(String product, String path) {
    String body = SAMPLES.getOrDefault(product, "");
    server.answers(200, told(product, body));

    assertThat(xendit.confirm(said(body), raw(body)))
        .isInstanceOfSatisfying(
            Confirmed.class, it -> assertThat(it.notification()).isEqualTo(said(body)));
    assertThat(server.asked())
        .containsExactly(
            // "xnd_key:" in Base64.
            new StatusServer.Asked("GET", path, "Basic eG5kX2tleTo=", "application/json"));
  }

  /** What the API answers, where the callback is what it would tell. */
  private static String told(String product, String body) {
    String data = body.contains("\"data\":") ? body.replaceFirst("(?s)^.*?\"data\":", "") : body;
    String payment = body.contains("\"data\":") ? data.substring(0, data.length() - 1) : body;
    return switch (product) {
      case "shop", "qr", "former qr" -> "{\"data\":[{\"id\":\"x\"}," + payment + "]}";
      default -> payment;
    };
  }

  @Test
  void anotherAmountOfTheApiCounts() {
    server.answers(200, told("invoice", INVOICE).replace("950000", "1"));

    assertThat(xendit.confirm(said(INVOICE), raw(INVOICE)))
        .isInstanceOfSatisfying(
            Confirmed.class, it -> assertThat(it.notification().amount()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource({"820261123000001, 820261123000002", "PAID, EXPIRED", "593f, 594f"})
  void whatTheApiKnowsOtherwiseIsNotSo(String from, String to) {
    server.answers(200, told("invoice", INVOICE).replace(from, to));

    assertThat(xendit.confirm(said(INVOICE), raw(INVOICE))).isInstanceOf(NotSo.class);
  }

  @Test
  void whatTheApiDoesNotKnowIsNotSo() {
    server.answers(404, "{\"error_code\":\"INVOICE_NOT_FOUND_ERROR\"}");

    assertThat(xendit.confirm(said(INVOICE), raw(INVOICE))).isInstanceOf(NotSo.class);

    server.answers(200, "{\"data\":[]}");

    assertThat(xendit.confirm(said(QR), raw(QR))).isInstanceOf(NotSo.class);
  }

  @Test
  void anApiThatFailsOrIsNotThereIsNoAnswer() {
    server.answers(500, "{}");

    assertThat(xendit.confirm(said(INVOICE), raw(INVOICE))).isInstanceOf(NoAnswer.class);
    assertThat(asking("").confirm(said(INVOICE), raw(INVOICE))).isInstanceOf(NoAnswer.class);
  }
}

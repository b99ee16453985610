package id.antrean.senders.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Aggregator.Confirmation;
import id.antrean.senders.Aggregator.Confirmed;
import id.antrean.senders.Aggregator.NotSo;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderJson;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MidtransTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** Documented sample of docs.midtrans.com/reference/handle-notifications. */
  private static final String KEY = "askvnoibnosifnboseofinbofinfgbiufglnbfg";

  private static final String SIGNATURE =
      "edc076b21793ebe3e17926350f5b8ae67d902fe657b3d0aa31b932d5c127e2375d308a2bc94f3265ac2d80a1f181a79b997ac178a236fcff35af263fc4d4c231";

  private final Midtrans midtrans =
      new Midtrans(
          () -> List.of("the key after rotation", KEY),
          new StatusApi(SenderApi.at(""), () -> List.of(KEY)));

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

  private static Why refusal(Verdict verdict) {
    return ((Refused) verdict).why();
  }

  @Test
  void theDocumentedSignatureIsGoodAlsoUnderTheFormerKey() {
    assertThat(midtrans.verify(webhook(body("1111", "200", "100000.00", SIGNATURE)), NOW))
        .isInstanceOf(Authentic.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1112, 200, 100000.00",
    "1111, 201, 100000.00",
    "1111, 200, 100000.0",
    "1111, 200, 900000.00"
  })
  void whatIsSignedOtherwiseIsForged(String order, String code, String amount) {
    assertThat(refusal(midtrans.verify(webhook(body(order, code, amount, SIGNATURE)), NOW)))
        .isEqualTo(Why.WRONG_SIGNATURE);
  }

  @Test
  void theSenderIsToldWhatIsMissing() {
    assertThat(refusal(midtrans.verify(webhook(body("1111", "200", "100000.00", "")), NOW)))
        .isEqualTo(Why.MISSING_SIGNATURE);
    assertThat(refusal(midtrans.verify(webhook("not json"), NOW))).isEqualTo(Why.UNREADABLE_BODY);
    assertThat(refusal(midtrans.verify(webhook(""), NOW))).isEqualTo(Why.UNREADABLE_BODY);
  }

  @Test
  void aByteOrderMarkIsNoReasonToRefuse() {
    assertThat(
            midtrans.verify(webhook("\uFEFF" + body("1111", "200", "100000.00", SIGNATURE)), NOW))
        .isInstanceOf(Authentic.class);
  }

  // ---- What it says ----

  /** A body with these members, each a name and a JSON value, beside the usual ones. */
  private static String notice(String... members) {
    Map<String, String> all = new TreeMap<>();
    all.put("transaction_id", "\"t1\"");
    all.put("transaction_status", "\"settlement\"");
    all.put("status_code", "\"200\"");
    all.put("order_id", "\"820261123000001-2\"");
    all.put("gross_amount", "\"950000.00\"");
    all.put("settlement_time", "\"2026-11-23 09:00:00\"");
    all.put("currency", "\"IDR\"");
    for (int i = 0; i < members.length; i += 2) {
      all.put(members[i], members[i + 1]);
    }
    return all.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Translation translated(String body) {
    return midtrans.translate(new RawNotification("midtrans", "", body, NOW));
  }

  private PaymentNotification understood(String... members) {
    return ((Understood) translated(notice(members))).notification();
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
    "expire, 202, , EXPIRED",
    "cancel, 200, , FAILED",
    "deny, 202, , FAILED",
    "refund, 200, , TAKEN_BACK",
    "partial_refund, 200, , TAKEN_BACK",
    "chargeback, 200, , TAKEN_BACK",
    "partial_chargeback, 200, , TAKEN_BACK",
    "something_new, 200, , PENDING"
  })
  void paidIsStatusAndCodeAndNoFraud(String status, String code, String fraud, Kind kind) {
    String suspicion = fraud == null ? "null" : "\"" + fraud + "\"";
    PaymentNotification notification =
        understood(
            "transaction_status",
            "\"" + status + "\"",
            "status_code",
            "\"" + code + "\"",
            "fraud_status",
            suspicion);
    assertThat(notification.kind()).isEqualTo(kind);
    assertThat(notification.reference()).isEqualTo("820261123000001");
    assertThat(notification.paidAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "950000.50",
        "950000.005",
        "lots",
        "1e999999",
        "",
        "950.000",
        "-950000",
        "Infinity"
      })
  void whatIsNoWholeAmountIsNotUnderstood(String amount) {
    assertThat(translated(notice("gross_amount", "\"" + amount + "\"")))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo("/gross_amount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction_id", "transaction_status", "status_code"})
  void whatSaysTooLittleIsNotUnderstood(String member) {
    assertThat(translated(notice(member, "null")))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo("/" + member));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31 23:59:59", "1970-01-01 00:00:00", "yesterday", ""})
  void aTimeThatCannotBeIsTheTimeOfReceipt(String time) {
    assertThat(understood("settlement_time", "\"" + time + "\"").paidAt()).isEqualTo(NOW);
  }

  @Test
  void twoRefundsAreTwoNotices() {
    assertThat(refund("first", "400000.00").eventId())
        .isNotEqualTo(refund("second", "950000.00").eventId());
  }

  @Test
  void aRefundTellsWhatWentBackInAll() {
    assertThat(refund("first", "400000.00").returnedInAll()).isEqualTo(400_000);
    assertThat(understood("transaction_status", "\"chargeback\"").returnedInAll())
        .isEqualTo(950_000);
    assertThat(understood("transaction_status", "\"partial_chargeback\"").returnedInAll())
        .isEqualTo(PaymentNotification.NOT_TOLD);
  }

  private PaymentNotification refund(String key, String inAll) {
    return understood(refunded(key, inAll));
  }

  private static String[] refunded(String key, String inAll) {
    return new String[] {
      "transaction_status", "\"partial_refund\"",
      "refund_amount", "\"" + inAll + "\"",
      "refunds", "[{\"refund_key\":\"" + key + "\",\"refund_amount\":\"1.00\"}]"
    };
  }

  @Test
  void suspicionOfFraudIsAnotherNotice() {
    assertThat(understood("fraud_status", "\"deny\"").eventId())
        .isNotEqualTo(understood().eventId());
  }

  @Test
  void aLongWayToPayIsCutForWhoeverReadsIt() {
    String channel = understood("payment_type", "\"" + "x".repeat(120_000) + "\"").channel();
    assertThat(channel).hasSize(40);
    assertThat(understood("payment_type", "\"qr\\u202Eis\\u0000\"").channel()).isEqualTo("qris");
  }

  // ---- What its API agrees to ----

  private static final String FEE_ON_TOP =
      "{\"extra_info\":{\"gross_amount_info\":{\"original_amount\":\"950000.00\",\"gross_amount\":\"954440.00\",\"customer_imposed_payment_fee\":\"4440.00\"}}}";

  /** A chargeback of a whole payment has no key by which it would be told from another. */
  @ParameterizedTest
  @ValueSource(strings = {"chargeback", "refund"})
  void moneyTakenBackWithoutAKeyIsAgreedToo(String status) {
    assertThat(
            compared(
                understood("transaction_status", "\"" + status + "\""),
                "transaction_status",
                "\"" + status + "\""))
        .isInstanceOf(Confirmed.class);
  }

  private static Confirmation compared(PaymentNotification claimed, String... told) {
    return Midtrans.compare(
        claimed, new MidtransBody(SenderJson.object(notice(told)).orElseThrow()));
  }

  private static PaymentNotification agreed(PaymentNotification claimed, String... told) {
    return ((Confirmed) compared(claimed, told)).notification();
  }

  @Test
  void aFeeOnTopIsNotOurs() {
    PaymentNotification claimed = understood("gross_amount", "\"954440.00\"");
    assertThat(agreed(claimed, "gross_amount", "\"954440.00\"", "metadata", FEE_ON_TOP).amount())
        .isEqualTo(950_000);
  }

  @Test
  void aFeeThatDoesNotAddUpIsNoFee() {
    PaymentNotification claimed = understood("gross_amount", "\"1.00\"");
    assertThat(agreed(claimed, "gross_amount", "\"1.00\"", "metadata", FEE_ON_TOP).amount())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotSignedIsTheApis() {
    PaymentNotification claimed =
        understood("payment_type", "\"made up\"", "settlement_time", "\"2026-11-22 09:00:00\"");
    PaymentNotification known = agreed(claimed, "payment_type", "\"qris\"");
    assertThat(known.channel()).isEqualTo("qris");
    assertThat(known.paidAt()).isEqualTo(NOW);
    assertThat(known.eventId()).isEqualTo(claimed.eventId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"refund", "chargeback", "deny", "cancel"})
  void aReversalThatTheApiDoesNotKnowIsNotSo(String status) {
    assertThat(compared(understood("transaction_status", "\"" + status + "\"")))
        .isInstanceOf(NotSo.class);
  }

  @Test
  void aRefundIsSoIfItIsOnTheList() {
    String[] told = refunded("first", "400000.00");
    assertThat(compared(refund("first", "400000.00"), told)).isInstanceOf(Confirmed.class);
    assertThat(compared(refund("made up", "950000.00"), told)).isInstanceOf(NotSo.class);
    assertThat(agreed(refund("first", "950000.00"), told).returnedInAll()).isEqualTo(400_000);
  }

  @Test
  void moneyThatHasGoneBackByNowHadCome() {
    PaymentNotification known = agreed(understood(), refunded("first", "400000.00"));
    assertThat(known.kind()).isEqualTo(Kind.PAID);
    assertThat(known.amount()).isEqualTo(950_000);
    assertThat(known.returnedInAll()).isEqualTo(400_000);
  }

  @Test
  void anotherOrderOrTransactionIsNotSo() {
    assertThat(compared(understood(), "order_id", "\"820261123000002\"")).isInstanceOf(NotSo.class);
    assertThat(compared(understood(), "transaction_id", "\"t2\"")).isInstanceOf(NotSo.class);
    assertThat(compared(understood(), "transaction_status", "\"pending\""))
        .isInstanceOf(NotSo.class);
  }
}

package id.antrean.senders.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Aggregator.NoPayment;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Translation;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {
  /** The vector that every reference library of the specification carries. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIMESTAMP = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String WRONG = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
  private static final Instant SENT = Instant.ofEpochSecond(TIMESTAMP);

  private final StandardWebhooks standard = new StandardWebhooks(() -> List.of(SECRET));

  private static Request webhook(Map<String, String> headers, String body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new Request(
        "POST",
        "/payments/notifications/{aggregator}",
        Map.of(),
        Map.of(),
        anyCase,
        body.getBytes(StandardCharsets.UTF_8),
        "test");
  }

  private static Map<String, String> signed(String signature) {
    return Map.of(
        "Webhook-Id", ID,
        "webhook-timestamp", Long.toString(TIMESTAMP),
        "WEBHOOK-SIGNATURE", signature);
  }

  private Why refusal(Request webhook, Instant now) {
    return ((Refused) standard.verify(webhook, now)).why();
  }

  @Test
  void theReferenceVectorIsGood() {
    assertThat(standard.verify(webhook(signed(SIGNATURE), BODY), SENT))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void aSecretWithoutItsPrefixIsTheSame() {
    assertThat(
            new StandardWebhooks(() -> List.of(SECRET.substring(6)))
                .verify(webhook(signed(SIGNATURE), BODY), SENT))
        .isInstanceOf(Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WRONG + " " + SIGNATURE,
        SIGNATURE + " " + WRONG,
        "v2,AAAA " + SIGNATURE,
        "v1,not base64 " + SIGNATURE,
        // The same header twice, as whoever joins them writes it.
        WRONG + ", " + SIGNATURE,
        SIGNATURE + ", " + WRONG,
        WRONG + "," + SIGNATURE,
        "  " + SIGNATURE + "  "
      })
  void oneGoodSignatureAmongSeveralIsEnough(String signatures) {
    assertThat(standard.verify(webhook(signed(signatures), BODY), SENT))
        .isInstanceOf(Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WRONG,
        "invalid_signature",
        "v1,",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
      })
  void noGoodSignatureIsForged(String signatures) {
    assertThat(refusal(webhook(signed(signatures), BODY), SENT)).isEqualTo(Why.WRONG_SIGNATURE);
  }

  @Test
  void anotherBodyIsForged() {
    assertThat(refusal(webhook(signed(SIGNATURE), "{\"test\":2432232314}"), SENT))
        .isEqualTo(Why.WRONG_SIGNATURE);
  }

  @Test
  void outsideFiveMinutesItIsAReplay() {
    Request webhook = webhook(signed(SIGNATURE), BODY);
    assertThat(standard.verify(webhook, SENT.plusSeconds(300))).isInstanceOf(Authentic.class);
    assertThat(refusal(webhook, SENT.plusSeconds(301))).isEqualTo(Why.TIMESTAMP_TOO_OLD);
    assertThat(refusal(webhook, SENT.minusSeconds(301))).isEqualTo(Why.TIMESTAMP_TOO_NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "-1", "1e9", "9999999999999"})
  void aTimestampIsDigits(String timestamp) {
    Map<String, String> headers = new HashMap<>(signed(SIGNATURE));
    headers.put("webhook-timestamp", timestamp);
    assertThat(refusal(webhook(headers, BODY), SENT)).isEqualTo(Why.UNREADABLE_TIMESTAMP);
  }

  @Test
  void aMissingHeaderIsTold() {
    for (String missing : List.of("Webhook-Id", "webhook-timestamp", "WEBHOOK-SIGNATURE")) {
      Map<String, String> headers = new TreeMap<>(signed(SIGNATURE));
      headers.remove(missing);
      assertThat(refusal(webhook(headers, BODY), SENT)).as(missing).isEqualTo(Why.MISSING_HEADER);
      headers.put(missing, "");
      assertThat(refusal(webhook(headers, BODY), SENT)).as(missing).isEqualTo(Why.MISSING_HEADER);
    }
  }

  @Test
  void theOtherFamilyOfHeadersIsTheSameScheme() {
    Map<String, String> svix =
        Map.of(
            "svix-id", ID,
            "svix-timestamp", Long.toString(TIMESTAMP),
            "svix-signature", SIGNATURE);
    assertThat(standard.verify(webhook(svix, BODY), SENT)).isInstanceOf(Authentic.class);
    Map<String, String> mixed = new HashMap<>(svix);
    mixed.remove("svix-id");
    mixed.put("webhook-id", ID);
    assertThat(refusal(webhook(mixed, BODY), SENT)).isEqualTo(Why.MISSING_HEADER);
  }

  // ---- What it says ----

  private Translation translated(String body) {
    return standard.translate(new RawNotification("standard", ID, body, SENT));
  }

  private PaymentNotification understood(String body) {
    return ((Understood) translated(body)).notification();
  }

  private static String paid(String amount, String currency, String more) {
    return "{\"type\":\"payment.succeeded\",\"data\":{\"paymentId\":\"p1\",\"billingCode\":\"820261123000001\",\"amount\":%s,\"currency\":%s%s}}"
        .formatted(amount, currency, more);
  }

  @Test
  void aPaymentIsTranslated() {
    String body =
        "{\"type\":\"payment.succeeded\",\"timestamp\":\"2026-11-23T01:00:00Z\",\"data\":{\"paymentId\":\"p1\",\"billingCode\":\"820261123000001\",\"amount\":950000,\"currency\":\"IDR\",\"channel\":\"QRIS\",\"paidAt\":\"2021-02-25T20:00:00+07:00\",\"ntpn\":\"0123456789ABCDEF\",\"new\":1}}";
    assertThat(understood(body))
        .isEqualTo(
            new PaymentNotification(
                "standard",
                ID,
                "p1",
                "820261123000001",
                950_000,
                -1,
                "IDR",
                Kind.PAID,
                Instant.parse("2021-02-25T13:00:00Z"),
                "QRIS",
                "0123456789ABCDEF"));
    assertThat(understood("\uFEFF" + body)).isEqualTo(understood(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"950000", "950000.00", "9.5e5", "\"950000\"", "\"950000.00\"", "\" 950000 \""})
  void anAmountIsUnderstoodHoweverItIsWritten(String amount) {
    assertThat(understood(paid(amount, "\"idr\"", "")))
        .satisfies(it -> assertThat(it.amount()).isEqualTo(950_000))
        .satisfies(it -> assertThat(it.currency()).isEqualTo("IDR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"950.000\"",
        "\"950,000\"",
        "\"Rp950000\"",
        "\"9.5e5\"",
        "950000.5",
        "950000.0000000000000000001",
        "-950000",
        "1e999999999",
        "99999999999999999999",
        "true",
        "{}",
        "\"Infinity\""
      })
  void anAmountThatIsNoneIsKeptWithItsPlace(String amount) {
    assertThat(translated(paid(amount, "\"IDR\"", "")))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo("/data/amount"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json                     | ''",
        "[1]                           | ''",
        "NaN                           | ''",
        "{}                            | /type",
        "{\"type\":\"payment.succeeded\"} | /data"
      })
  void whatIsNoNotificationIsKeptWithItsPlace(String body, String pointer) {
    assertThat(translated(body))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo(pointer));
  }

  @Test
  void aPingSpeaksOfNoPayment() {
    assertThat(translated("{\"type\":\"ping\"}")).isInstanceOf(NoPayment.class);
  }

  @Test
  void anUnknownTypeIsKeptAndChangesNothing() {
    assertThat(
            understood("{\"type\":\"payment.levitated\",\"data\":{\"billingCode\":\"8\"}}").kind())
        .isEqualTo(Kind.PENDING);
    assertThat(understood("{\"type\":\"hello\"}").kind()).isEqualTo(Kind.PENDING);
  }

  @Test
  void aRefundWithoutAnAmountIsOfAllOfIt() {
    PaymentNotification refund =
        understood("{\"type\":\"payment.refunded\",\"data\":{\"paymentId\":\"p1\"}}");
    assertThat(refund.kind()).isEqualTo(Kind.TAKEN_BACK);
    assertThat(refund.returnedInAll()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T23:59:59+07:00",
        "+99999-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2019-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "2021-02-26T15:02:11Z",
        "soon"
      })
  void aTimeThatCannotBeIsTheTimeOfReceipt(String time) {
    assertThat(understood(paid("1", "\"IDR\"", ",\"paidAt\":\"" + time + "\"")).paidAt())
        .isEqualTo(SENT);
  }

  @Test
  void aPaymentWithoutAnIdIsKnownByItsNotice() {
    assertThat(understood(paid("1", "\"IDR\"", "").replace("\"p1\"", "null")).paymentId())
        .isEqualTo(ID);
  }

  @Test
  void everyTextHasALengthAndIsClean() {
    String body =
        paid(
                "1",
                "\"IDRX\"",
                ",\"channel\":\"A\\u0000\\u202Eb\\n\\n c" + "d".repeat(120_000) + "\"")
            .replace("\"p1\"", "\"" + "p".repeat(9_000) + "\"");
    PaymentNotification notification = understood(body);
    assertThat(notification.channel()).hasSize(40).startsWith("Ab cd");
    assertThat(notification.paymentId()).startsWith("sha256.").hasSizeLessThan(100);
    assertThat(notification.currency()).isEmpty();
    assertThat(understood(body).paymentId()).isEqualTo(notification.paymentId());
  }
}

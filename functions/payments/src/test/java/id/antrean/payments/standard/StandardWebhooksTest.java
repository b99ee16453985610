package id.antrean.payments.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void theReferenceVectorIsGood() {
    assertThat(standard.verify(webhook(signed(SIGNATURE), BODY), SENT)).isPresent();
  }

  @Test
  void aSecretWithoutItsPrefixIsTheSame() {
    assertThat(
            new StandardWebhooks(() -> List.of(SECRET.substring(6)))
                .verify(webhook(signed(SIGNATURE), BODY), SENT))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WRONG + " " + SIGNATURE,
        "v2,AAAA " + SIGNATURE,
        "v1,not base64 " + SIGNATURE,
      })
  void oneGoodSignatureAmongSeveralIsEnough(String signatures) {
    assertThat(standard.verify(webhook(signed(signatures), BODY), SENT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WRONG,
        "invalid_signature",
        "",
        "v1,",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
      })
  void noGoodSignatureIsForged(String signatures) {
    assertThat(standard.verify(webhook(signed(signatures), BODY), SENT)).isEmpty();
  }

  @Test
  void anotherBodyIsForged() {
    assertThat(standard.verify(webhook(signed(SIGNATURE), "{\"test\":2432232314}"), SENT))
        .isEmpty();
  }

  @Test
  void outsideFiveMinutesItIsAReplay() {
    Request webhook = webhook(signed(SIGNATURE), BODY);
    assertThat(standard.verify(webhook, SENT.plusSeconds(300))).isPresent();
    assertThat(standard.verify(webhook, SENT.plusSeconds(301))).isEmpty();
    assertThat(standard.verify(webhook, SENT.minusSeconds(301))).isEmpty();
  }

  @Test
  void aMissingHeaderIsForged() {
    for (String missing : List.of("Webhook-Id", "webhook-timestamp", "WEBHOOK-SIGNATURE")) {
      Map<String, String> headers = new TreeMap<>(signed(SIGNATURE));
      headers.remove(missing);
      assertThat(standard.verify(webhook(headers, BODY), SENT)).as(missing).isEmpty();
    }
  }

  @Test
  void aPaymentIsTranslated() {
    String body =
        "{\"type\":\"payment.succeeded\",\"timestamp\":\"2026-11-23T01:00:00Z\",\"data\":{\"paymentId\":\"p1\",\"billingCode\":\"820261123000001\",\"amount\":950000,\"currency\":\"IDR\",\"channel\":\"QRIS\",\"paidAt\":\"2026-11-23T08:00:00+07:00\",\"ntpn\":\"0123456789ABCDEF\",\"new\":1}}";
    PaymentNotification notification =
        standard.translate(new RawNotification("standard", ID, body, SENT)).orElseThrow();
    assertThat(notification)
        .isEqualTo(
            new PaymentNotification(
                "standard",
                ID,
                "p1",
                "820261123000001",
                950_000,
                "IDR",
                Kind.PAID,
                Instant.parse("2026-11-23T01:00:00Z"),
                "QRIS",
                "0123456789ABCDEF"));
  }

  @Test
  void anUnknownTypeIsKeptAndChangesNothing() {
    String body = "{\"type\":\"payment.levitated\",\"data\":{\"billingCode\":\"820261123000001\"}}";
    assertThat(
            standard
                .translate(new RawNotification("standard", ID, body, SENT))
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.PENDING);
  }
}

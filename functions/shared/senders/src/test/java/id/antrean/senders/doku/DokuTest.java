package id.antrean.senders.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.SenderApi;
import id.antrean.senders.Vectors;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Webhooks;
import id.antrean.senders.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DokuTest {
  private static final JsonNode VECTOR = Vectors.of("O-D1");
  private static final Instant SENT = Instant.parse("2020-08-11T08:45:42Z");
  private static final String BODY = VECTOR.path("body").asText();
  private final Doku doku = doku("/payments/notifications");

  private static Doku doku(String target) {
    return new Doku(
        () -> List.of(text("clientId")),
        () -> List.of("another", text("secret")),
        target,
        new DokuStatus(SenderApi.at(""), () -> List.of("client"), () -> List.of("key")));
  }

  private static String text(String field) {
    return VECTOR.path(field).asText();
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Client-Id", text("clientId"));
    headers.put("Request-Id", text("requestId"));
    headers.put("Request-Timestamp", text("requestTimestamp"));
    headers.put("Signature", text("signature"));
    return headers;
  }

  private Verdict verdict(String header, String value) {
    Map<String, String> headers = headers();
    headers.put(header, value);
    return doku.verify(Webhooks.posted(headers, BODY), SENT);
  }

  // ---- What is signed ----

  @Test
  void theComponentIsFiveLinesWithTheDigestOfTheRawBody() {
    byte[] body = BODY.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    DokuSignature signed =
        DokuSignature.of(
            text("clientId"),
            text("requestId"),
            text("requestTimestamp"),
            text("requestTarget"),
            body);

    assertThat(signed.component()).isEqualTo(text("component"));
    assertThat(signed.digest().map(Base64.getEncoder()::encodeToString)).contains(text("digest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O-D1", "O-D2"})
  void theSignatureIsThatOfTheVector(String id) {
    JsonNode vector = Vectors.of(id);
    DokuSignature signed =
        new DokuSignature(
            vector.path("clientId").asText(),
            vector.path("requestId").asText(),
            vector.path("requestTimestamp").asText(),
            vector.path("requestTarget").asText(),
            Optional.of(Base64.getDecoder().decode(vector.path("digest").asText())));

    assertThat(signed.header(vector.path("secret").asText()))
        .isEqualTo(vector.path("signature").asText());
  }

  @Test
  void whatIsSignedIsGenuineAndKeptWithWhatSignedIt() {
    assertThat(doku.verify(Webhooks.posted(headers(), BODY), SENT))
        .isInstanceOfSatisfying(
            Authentic.class,
            it -> {
              assertThat(it.raw().id()).isEqualTo(text("requestId"));
              assertThat(it.raw().headers()).containsEntry("Signature", text("signature"));
            });
  }

  @Test
  void paddingMayBeLeftOut() {
    assertThat(
            verdict(
                "Signature",
                text("signature").replace("=", "").replace("HMACSHA256", "HMACSHA256=")))
        .isInstanceOf(Authentic.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Request-Id        | another                        | WRONG_SIGNATURE",
        "Client-Id         | MCH-0002                       | UNKNOWN_CLIENT",
        "Request-Timestamp | 2020-08-11T08:45:43Z           | WRONG_SIGNATURE",
        "Request-Timestamp | yesterday                      | UNREADABLE_TIMESTAMP",
        "Signature         | HMACSHA256=                    | WRONG_SIGNATURE",
        "Signature         | HMACSHA256=bm90IHRoaXMgb25l    | WRONG_SIGNATURE",
        "Signature         | iWDQbXfMWjuuWmsin5CBCx+trMqQ2oQzBJtnlpTv0ng= | WRONG_SIGNATURE"
      })
  void whatIsSignedOtherwiseIsRefused(String header, String value, Why why) {
    assertThat(verdict(header, value)).isEqualTo(new Refused(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Client-Id", "Request-Id", "Request-Timestamp", "Signature"})
  void eachHeaderIsNeeded(String header) {
    assertThat(verdict(header, " ")).isEqualTo(new Refused(Why.MISSING_HEADER));
  }

  @Test
  void anotherBodyOrAnotherAddressIsRefused() {
    assertThat(doku.verify(Webhooks.posted(headers(), BODY + " "), SENT))
        .isEqualTo(new Refused(Why.WRONG_SIGNATURE));
    assertThat(doku("/elsewhere").verify(Webhooks.posted(headers(), BODY), SENT))
        .isEqualTo(new Refused(Why.WRONG_SIGNATURE));
  }

  /** DOKU's last attempt comes twelve hours after the one before, and need not be signed anew. */
  @Test
  void itsLastAttemptIsStillInTime() {
    assertThat(doku.verify(Webhooks.posted(headers(), BODY), SENT.plus(Duration.ofHours(19))))
        .isInstanceOf(Authentic.class);
    assertThat(doku.verify(Webhooks.posted(headers(), BODY), SENT.plus(Duration.ofHours(49))))
        .isEqualTo(new Refused(Why.TIMESTAMP_TOO_OLD));
    assertThat(doku.verify(Webhooks.posted(headers(), BODY), SENT.minus(Duration.ofMinutes(6))))
        .isEqualTo(new Refused(Why.TIMESTAMP_TOO_NEW));
  }

  // ---- What it says ----

  private PaymentNotification said(String body) {
    return ((Understood) doku.translate(new RawNotification("doku", "r1", body, SENT)))
        .notification();
  }

  /** Developers.doku.com's sample of a virtual account, with a bill of ours. */
  @Test
  void aPaymentOfAVirtualAccountIsTranslated() {
    String body =
        """
        {"service":{"id":"VIRTUAL_ACCOUNT"},"acquirer":{"id":"BCA"},
         "channel":{"id":"VIRTUAL_ACCOUNT_BCA"},
         "order":{"invoice_number":"820261123000001-2","amount":950000},
         "virtual_account_info":{"virtual_account_number":"1900600000000046"},
         "virtual_account_payment":{"identifer":[{"name":"REQUEST_ID","value":"1"},{"name":"REFERENCE","value":"6769"}]},
         "transaction":{"status":"SUCCESS","date":"2020-08-11T08:45:00Z","original_request_id":"o1"},
         "new":{"of":"them"}}""";

    assertThat(said(body))
        .isEqualTo(
            new PaymentNotification(
                "doku",
                "r1",
                "o1",
                "820261123000001",
                950_000,
                -1,
                "IDR",
                Kind.PAID,
                Instant.parse("2020-08-11T08:45:00Z"),
                "VIRTUAL_ACCOUNT_BCA",
                null));
    assertThat(said(body.replace(",\"original_request_id\":\"o1\"", "")).paymentId())
        .isEqualTo("6769");
  }

  /** Sent again by hand, it has another id and is the same payment. */
  @Test
  void aPaymentWithoutAnyIdIsKnownByBillTimeAndAmount() {
    assertThat(said(BODY).paymentId())
        .startsWith("sha256.")
        .isEqualTo(said(BODY.replace("{\"order\"", "{ \"order\"")).paymentId())
        .isNotEqualTo(said(BODY.replace("03:24:23", "03:24:24")).paymentId());
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, PAID",
    "FAILED, PENDING",
    "PENDING, PENDING",
    "TIMEOUT, PENDING",
    "REDIRECT, PENDING",
    "EXPIRED, EXPIRED",
    "REFUNDED, TAKEN_BACK",
    "LEVITATED, PENDING"
  })
  void aStatusIsWhatDokuSaysItIs(String status, Kind kind) {
    assertThat(said(BODY.replace("SUCCESS", status)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json | ''",
        "{\"order\":{}} | /transaction/status",
        "{\"transaction\":{\"status\":\"SUCCESS\"}} | /order/amount"
      })
  void whatIsNotUnderstoodIsKeptWithItsPlace(String body, String pointer) {
    assertThat(doku.translate(new RawNotification("doku", "r1", body, SENT)))
        .isInstanceOfSatisfying(
            NotUnderstood.class, it -> assertThat(it.pointer()).isEqualTo(pointer));
  }
}
